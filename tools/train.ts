/**
 * Learns the weights that byline ships. Deterministic: the same data give the same bytes.
 *
 *   npm run train -- parser --treebanks DIR             learns src/language/weights/english.br (about two minutes), then measures it
 *   npm run train -- parser --treebanks DIR --measure   measures the weights that are there
 *   npm run train -- points                             learns src/summarize/extractive/data/ranking-weights.json from corpus/ (some
 *                                                       seconds), and measures by articles that were left out
 *   npm run train -- answers                            learns src/summarize/extractive/data/answer-weights.json from corpus/ (a
 *                                                       minute), and measures by articles that were left out
 *   npm run train -- attribution --gum FILE             learns src/attribute/data/confidence-en.json from corpus/ and GUM (some seconds), and
 *                                                       says how honest it is about articles that were left out
 *   npm run train -- ends --gum FILE                    learns src/attribute/data/content-end-en.json in the same way, and measures it;
 *                                                       before attribution, which weighs the statements with the ends that it gives
 *   npm run train -- sources --gum FILE --treebanks DIR   learns src/attribute/data/source-en.json in the same way, from treebanks too
 *   npm run train -- persons                            learns src/attribute/data/person-en.json, whom “he” and “she” mean, from corpus/,
 *                                                       corpus/differing/ and bench/articles/ (half a minute), and measures in the same way
 *   npm run train -- differences --gum FILE             learns src/summarize/extractive/data/difference-weights.json from corpus/, corpus/differing/,
 *                                                       corpus/agreeing/, bench/articles/ and GUM (two minutes), and measures in the same way
 *   npm run train -- pieces                             learns src/verify/data/pieces-weights.json and taken-weights.json from sentences made
 *                                                       of corpus/ (two minutes), and measures in the same way
 */
import { parseArgs } from 'node:util';
import { trainAnswers } from './train-answers/train-answers.ts';
import { trainAttribution } from './train-attribution/train-attribution.ts';
import { trainEnds } from './train-attribution/train-ends.ts';
import { trainPersons } from './train-attribution/train-persons.ts';
import { trainSources } from './train-attribution/train-sources.ts';
import { trainDifferences } from './train-differences/train-differences.ts';
import { measureParser } from './train-parser/measure-parser.ts';
import { trainParser } from './train-parser/train-parser.ts';
import { trainPieces } from './train-pieces/train-pieces.ts';
import { trainPoints } from './train-points/train-points.ts';

const USAGE =
  'usage: npm run train -- parser --treebanks DIR [--measure], or: npm run train -- ' +
  'points | answers | pieces | persons | differences [--gum FILE] | ends [--gum FILE] | sources [--gum FILE] [--treebanks DIR] | attribution [--gum FILE]\n';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { gum: { type: 'string' }, treebanks: { type: 'string' }, measure: { type: 'boolean', default: false } },
});

const log = (line: string) => process.stdout.write(`${line}\n`);
const what = positionals.join(' ');
if (what === 'parser' && values.treebanks !== undefined) {
  if (!values.measure) trainParser(values.treebanks, log);
  measureParser(values.treebanks, log);
} else if (what === 'points') {
  trainPoints(log);
} else if (what === 'answers') {
  trainAnswers(log);
} else if (what === 'attribution') {
  trainAttribution(values.gum, log);
} else if (what === 'ends') {
  trainEnds(values.gum, log);
} else if (what === 'persons') {
  trainPersons(log);
} else if (what === 'sources') {
  trainSources(values.gum, values.treebanks, log);
} else if (what === 'differences') {
  trainDifferences(values.gum, log);
} else if (what === 'pieces') {
  trainPieces(log);
} else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
