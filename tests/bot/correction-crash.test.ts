/** Whole bylines, killed with SIGKILL while they read a changed page again and tell of it. */
import { expect, onTestFinished, test } from 'vitest';
import { describeEngines } from '../store/on-both-engines.ts';
import { MOMENTS, runCorrection } from './run-correction.ts';

describeEngines('a correction', (makePlace) => {
  test('whenever its byline is killed, the channel is told of it once', async () => {
    const { place, remove } = await makePlace();
    onTestFinished(remove);
    const { kills, notes } = await runCorrection(place);
    expect(kills.toSorted()).toEqual(MOMENTS.toSorted());
    for (const moment of MOMENTS) {
      expect(notes[moment], moment).toHaveLength(1);
      expect(JSON.stringify(notes[moment]), moment).toContain('We carry six people');
    }
  }, 240_000);
});
