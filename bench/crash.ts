/**
 * Kills bylines at work and counts what is lost or done twice: `node bench/crash.ts [kills] [requests] [workers]`, on the embedded
 * database, and with TEST_DATABASE_URL (`tools/with-postgres node bench/crash.ts 40 5000 4`) on PostgreSQL with several workers.
 */
import { aDatabase, aFolder, SERVER } from '../tests/store/on-both-engines.ts';
import { runCrash } from '../tests/store/run-crash.ts';

const [kills = 20, requests = 1_000, workers = 4] = process.argv.slice(2).map(Number);
const where = SERVER === null ? aFolder() : await aDatabase(SERVER);
const began = performance.now();
const report = await runCrash(where.place, {
  ...{ kills, requests, seed: 20 },
  workers: where.place.kind === 'folder' ? 1 : workers,
});
await where.remove();
const seconds = Math.round((performance.now() - began) / 1_000);
console.log(JSON.stringify({ engine: where.place.kind === 'folder' ? 'embedded' : 'PostgreSQL', ...report, seconds }));
process.exit(report.lost + report.doubleEffects + report.doublePosts === 0 ? 0 : 1);
