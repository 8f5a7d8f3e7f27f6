/** `npm run bench`: speed and quality on the ten marked articles. Arguments: `quality`, `speed`, `--json`. */
import { parseArgs } from 'node:util';
import { drawTable } from './draw-table.ts';
import { loadGold } from './load-gold.ts';
import { measureQuality } from './measure-quality.ts';
import { measureSpeed } from './measure-speed.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => name !== 'quality' && name !== 'speed');
if (unknown !== undefined) {
  console.error(`bench: no part is called "${unknown}"; there are quality and speed`);
  process.exit(2);
}

const articles = loadGold();
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const speed = isWanted('speed') ? await measureSpeed(articles) : null;
const quality = isWanted('quality') ? await measureQuality(articles) : null;
console.log(values.json ? JSON.stringify({ speed, quality }, null, 2) : drawTable(speed, quality));
