/**
 * How near the outbox comes to the pace that a platform allows: `node bench/pace.ts [channels] [posts in each]`, with
 * TEST_DATABASE_URL on PostgreSQL and three senders. The platform takes one message a second in a channel and 50 requests a
 * second in all, and refuses one more.
 */
import { openDatabase } from '#store/open-database.ts';
import { aDatabase, aFolder, SERVER } from '../tests/store/on-both-engines.ts';
import { runPace } from '../tests/store/run-pace.ts';

const [channels = 300, each = 1] = process.argv.slice(2).map(Number);
const where = SERVER === null ? aFolder() : await aDatabase(SERVER);
const open = await openDatabase(where.place);
const report = await runPace(open, { channels, each, senders: where.place.kind === 'server' ? 3 : 1 });
await open.close();
await where.remove();
const share = `${((report.atBest / report.seconds) * 100).toFixed(1)} % of the pace that is allowed`;
console.log(JSON.stringify({ engine: open.kind, ...report, share }));
