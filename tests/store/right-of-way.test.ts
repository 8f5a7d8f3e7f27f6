/** Work waits while somebody waits to be acknowledged, and never for long. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRightOfWay } from '#store/create-right-of-way.ts';
import { openDatabase } from '#store/open-database.ts';
import { describeEngines } from './on-both-engines.ts';

const never = new Promise(() => undefined);
const turnsOf = (turn: () => Promise<void> | null) => {
  let hasCome = turn() === null;
  turn()?.then(() => {
    hasCome = true;
  });
  return () => hasCome;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('work waits for all who wait, whether their acknowledgement comes or fails', async () => {
  const { giveWay, turn } = createRightOfWay();
  expect(turn()).toBeNull();
  const [first, second] = [Promise.withResolvers(), Promise.withResolvers()];
  giveWay(first.promise);
  giveWay(second.promise);
  const isTurn = turnsOf(turn);
  first.resolve(null);
  await vi.advanceTimersByTimeAsync(20);
  expect(isTurn()).toBe(false);
  second.reject(new Error('the platform is gone'));
  await vi.advanceTimersByTimeAsync(1);
  expect(isTurn()).toBe(true);
});

test('work waits a moment at most, and then has as long for itself, however many come', async () => {
  const { giveWay, turn } = createRightOfWay();
  giveWay(never);
  const isTurn = turnsOf(turn);
  await vi.advanceTimersByTimeAsync(140);
  expect(isTurn()).toBe(false);
  await vi.advanceTimersByTimeAsync(20);
  expect(isTurn()).toBe(true);
  giveWay(never);
  expect(turn()).toBeNull();
  await vi.advanceTimersByTimeAsync(160);
  giveWay(never);
  expect(turn()).not.toBeNull();
});

test('quick acknowledgements one after another leave work its half of the time', async () => {
  const { giveWay, turn } = createRightOfWay();
  let free = 0;
  for (let ms = 0; ms < 3_000; ms += 10) {
    if (ms % 20 === 0) giveWay(new Promise((done) => setTimeout(done, 20)));
    if (turn() === null) free += 10;
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(free).toBeGreaterThan(1_400);
});

describeEngines('a statement', (makePlace) => {
  test('of the embedded database waits, a server’s does not; both come', async () => {
    vi.useRealTimers();
    const place = await makePlace();
    const open = await openDatabase(place.place);
    try {
      const order: string[] = [];
      const asked = Promise.withResolvers<void>();
      open.giveWay(asked.promise);
      const read = open.db
        .selectFrom('pace')
        .select('lane')
        .execute()
        .then(() => order.push('read'));
      await new Promise((done) => setTimeout(done, open.kind === 'folder' ? 50 : 0));
      if (open.kind === 'server') await read;
      order.push('acknowledged');
      asked.resolve();
      await read;
      expect(order).toEqual(open.kind === 'folder' ? ['acknowledged', 'read'] : ['read', 'acknowledged']);
    } finally {
      await open.close();
      await place.remove();
    }
  });
});
