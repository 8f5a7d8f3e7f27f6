/**
 * Learns the weights that byline ships. Deterministic: the same data give the same bytes.
 *
 *   npm run train -- parser --treebanks DIR             learns src/language/weights/english.br (about two minutes), then measures it
 *   npm run train -- parser --treebanks DIR --measure   measures the weights that are there
 */
import { parseArgs } from 'node:util';
import { measureParser } from './train-parser/measure-parser.ts';
import { trainParser } from './train-parser/train-parser.ts';

const USAGE = 'usage: npm run train -- parser --treebanks DIR [--measure]\n';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { treebanks: { type: 'string' }, measure: { type: 'boolean', default: false } },
});

if (positionals.join(' ') !== 'parser' || values.treebanks === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const log = (line: string) => process.stdout.write(`${line}\n`);
  if (!values.measure) trainParser(values.treebanks, log);
  measureParser(values.treebanks, log);
}
