/**
 * `npm run bench`: speed and quality on the ten marked articles. Arguments: `quality`, `speed`, `--json`. Two more parts run only
 * when they are named: `crash [kills] [requests] [workers]` kills bylines at work, `pace [channels] [posts in each]` fills the
 * outbox; both take PostgreSQL instead of the embedded database where TEST_DATABASE_URL says so (`tools/with-postgres`).
 */
import { parseArgs } from 'node:util';
import { drawTable } from './draw-table.ts';
import { loadGold } from './load-gold.ts';
import { measureCrash } from './measure-crash.ts';
import { measurePace } from './measure-pace.ts';
import { measureQuality } from './measure-quality.ts';
import { measureSpeed } from './measure-speed.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [first, ...numbers] = positionals;
if (first === 'crash' || first === 'pace') {
  const measure = first === 'crash' ? measureCrash : measurePace;
  console.log(JSON.stringify(await measure(numbers.map(Number))));
  process.exit(0);
}
const unknown = positionals.find((name) => name !== 'quality' && name !== 'speed');
if (unknown !== undefined) {
  console.error(`bench: no part is called "${unknown}"; there are quality, speed, crash and pace`);
  process.exit(2);
}

const articles = loadGold();
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const speed = isWanted('speed') ? await measureSpeed(articles) : null;
const quality = isWanted('quality') ? await measureQuality(articles) : null;
console.log(values.json ? JSON.stringify({ speed, quality }, null, 2) : drawTable(speed, quality));
