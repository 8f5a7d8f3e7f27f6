import { runMorning, seedMorning, timePlanning } from '../tests/bot/run-morning.ts';
import { aDatabase, aFolder, SERVER } from '../tests/store/on-both-engines.ts';

/**
 * A morning on which all channels want their digest in the same minute: how long planning them takes, and what is left after
 * bylines were killed while planning and sending. One process on the embedded database, several on a server.
 */
export async function measureMorning([channels = 1_000, kills = 12, workers = 3]: readonly number[]) {
  const aPlace = async () => (SERVER === null ? aFolder() : await aDatabase(SERVER));
  const quiet = await aPlace();
  await seedMorning(quiet.place, channels);
  const planning = await timePlanning(quiet.place);
  await quiet.remove();
  const killed = await aPlace();
  const isFolder = killed.place.kind === 'folder';
  const began = performance.now();
  await seedMorning(killed.place, channels);
  const { messages: _, ...morning } = await runMorning(killed.place, {
    channels,
    kills,
    seed: 7,
    workers: isFolder ? 1 : workers,
  });
  await killed.remove();
  const seconds = Math.round((performance.now() - began) / 1_000);
  return { engine: isFolder ? 'embedded' : 'PostgreSQL', planning, morning, seconds };
}
