/** Whole bylines, killed with SIGKILL when many channels want their digest. `npm run bench -- morning` does the same with 1,000. */
import { expect, onTestFinished, test } from 'vitest';
import { describeEngines } from '../store/on-both-engines.ts';
import { runMorning, seedMorning } from './run-morning.ts';

const CHANNELS = 80;
const HOUR_MS = 3_600_000;
const ONCE = { once: CHANNELS, missing: 0, doubled: 0 };

describeEngines('a morning', (makePlace) => {
  async function aMorning(aheadMs: number, kills: number) {
    const { place, remove } = await makePlace();
    onTestFinished(remove);
    await seedMorning(place, CHANNELS);
    const workers = place.kind === 'server' ? 2 : 1;
    const { messages, ...report } = await runMorning(place, { channels: CHANNELS, workers, kills, seed: 1, aheadMs });
    return { report, told: [...new Set(messages.map(({ card }) => JSON.stringify(card)))] };
  }

  test('bylines killed at digest time and started again: every channel has its digest, once', async () => {
    const { report, told } = await aMorning(0, 2);
    expect(report).toMatchObject(ONCE);
    for (const words of told) {
      expect(words).toContain('A quiet day');
      expect(words).not.toContain('Late');
    }
  }, 180_000);

  test('what was slept through for five hours comes late, and says so', async () => {
    const { report, told } = await aMorning(5 * HOUR_MS, 1);
    expect(report).toMatchObject(ONCE);
    for (const words of told) expect(words).toContain('Late: it was due');
  }, 180_000);

  test('what was slept through for seven hours is said to be missed, once', async () => {
    const { report, told } = await aMorning(7 * HOUR_MS, 1);
    expect(report).toMatchObject(ONCE);
    for (const words of told) expect(words).toMatch(/The digest of .* was missed/);
  }, 180_000);
});
