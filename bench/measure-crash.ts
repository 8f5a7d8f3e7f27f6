import { aDatabase, aFolder, SERVER } from '../tests/store/on-both-engines.ts';
import { runCrash } from '../tests/store/run-crash.ts';

/** Kills bylines at work and counts what is lost or done twice; one process on the embedded database, several on a server. */
export async function measureCrash([kills = 20, requests = 1_000, workers = 4]: readonly number[]) {
  const where = SERVER === null ? aFolder() : await aDatabase(SERVER);
  const began = performance.now();
  const isFolder = where.place.kind === 'folder';
  const report = await runCrash(where.place, { kills, requests, seed: 20, workers: isFolder ? 1 : workers });
  await where.remove();
  const seconds = Math.round((performance.now() - began) / 1_000);
  return { engine: isFolder ? 'embedded' : 'PostgreSQL', ...report, seconds };
}
