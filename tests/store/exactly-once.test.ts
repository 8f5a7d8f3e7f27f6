/** Real processes, killed with SIGKILL while they work. `npm run bench -- crash` does the same for longer. */
import { describe, expect, test } from 'vitest';
import { aDatabase, aFolder, SERVER } from './on-both-engines.ts';
import { runCrash } from './run-crash.ts';

const NOTHING_WRONG = { lost: 0, doubleEffects: 0, doublePosts: 0 };

test('embedded: nothing acknowledged is lost and nothing is done or posted twice', { timeout: 180_000 }, async () => {
  const { place, remove } = aFolder();
  const report = await runCrash(place, { workers: 1, requests: 150, kills: 4, seed: 1 });
  expect(report).toMatchObject({ ...NOTHING_WRONG, acknowledged: 150, kills: 4 });
  await remove();
});

describe.skipIf(SERVER === null)('PostgreSQL (skipped without TEST_DATABASE_URL)', () => {
  test('several workers: each effect and each post once', { timeout: 180_000 }, async () => {
    const { place, remove } = await aDatabase(SERVER ?? '');
    const report = await runCrash(place, { workers: 3, requests: 300, kills: 5, seed: 2 });
    expect(report).toMatchObject({ ...NOTHING_WRONG, acknowledged: 300, kills: 5 });
    await remove();
  });
});
