import { openDatabase } from '#store/open-database.ts';
import { aDatabase, aFolder, SERVER } from '../tests/store/on-both-engines.ts';
import { runPace } from '../tests/store/run-pace.ts';

/**
 * How near the outbox comes to the pace that a platform allows, one message a second in a channel and 50 requests a second in all,
 * and how often that platform refuses. One sender on the embedded database, three on a server.
 */
export async function measurePace([channels = 300, each = 1]: readonly number[]) {
  const where = SERVER === null ? aFolder() : await aDatabase(SERVER);
  const open = await openDatabase(where.place);
  const report = await runPace(open, { channels, each, senders: where.place.kind === 'server' ? 3 : 1 });
  await open.close();
  await where.remove();
  return { engine: open.kind, ...report, shareOfPace: Number((report.atBest / report.seconds).toFixed(3)) };
}
