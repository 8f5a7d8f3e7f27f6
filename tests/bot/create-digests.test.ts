import { expect, test } from 'vitest';
import { createDigests } from '#bot/create-digests.ts';
import { Problem } from '#core/problem.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';

test('a page that failed for one channel is not asked for by the next for some minutes; then it is', async () => {
  const clock = createFakeClock();
  let asked = 0;
  const never = () => Promise.reject(new Error('nothing was read'));
  const make = createDigests({
    ...{ clock, chooseEngine },
    async read() {
      asked++;
      throw new Problem('UNREACHABLE', 'the site answered 503');
    },
    walk: () => ({ brief: never, testimony: never }),
  });
  const item = {
    ...{ id: 'i1', feed: 'f1', outlet: 'Tides', url: 'https://tides.example/1', title: 'A flood in the harbour' },
    ...{ summary: null, publishedAt: clock.now() },
  };
  const digest = async () => {
    const until = clock.now();
    const since = new Date(until.getTime() - 86_400_000);
    return make([item], { since, until, feeds: 1 }, null, new AbortController().signal);
  };
  expect((await digest()).unread).toMatchObject([{ code: 'UNREACHABLE' }]);
  expect((await digest()).unread).toMatchObject([{ code: 'UNREACHABLE' }]);
  expect(asked).toBe(1);
  clock.pass(6 * 60_000);
  await digest();
  expect(asked).toBe(2);
});
