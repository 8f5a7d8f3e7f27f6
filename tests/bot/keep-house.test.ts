import { expect, test } from 'vitest';
import { keepHouse } from '#bot/keep-house.ts';
import type { Happening } from '#core/observer.ts';

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((done) => setTimeout(done, 2));
};

test('a chore that fails is told and tried again, and the others go on', async () => {
  const told: Happening[] = [];
  let fails = 0;
  let works = 0;
  const stop = keepHouse(
    [
      { what: 'backup', everyMs: 5, run: () => Promise.reject(new Error(`no ${++fails}`)) },
      { what: 'status', everyMs: 5, run: async () => void works++ },
    ],
    (happening) => told.push(happening),
  );
  await until(() => fails >= 3 && works >= 3);
  await stop();
  expect(told[0]).toMatchObject({ kind: 'trouble', what: 'backup failed' });
});

test('no chore runs twice at once, and a stop waits for the one under way', async () => {
  let running = 0;
  let most = 0;
  let ended = 0;
  const stop = keepHouse(
    [
      {
        what: 'retention',
        everyMs: 1,
        async run() {
          most = Math.max(most, ++running);
          await new Promise((done) => setTimeout(done, 30));
          running--;
          ended++;
        },
      },
    ],
    () => undefined,
  );
  await until(() => ended >= 2 && running === 1);
  const before = ended;
  await stop();
  expect(most).toBe(1);
  expect(running).toBe(0);
  expect(ended).toBe(before + 1);
});
