import { expect, test } from 'vitest';
import { createLatest } from '#core/create-latest.ts';

test('of more than it keeps, what was not asked for for the longest time is forgotten', () => {
  const latest = createLatest<number>(2);
  latest.set('a', 1);
  latest.set('b', 2);
  expect(latest.get('a')).toBe(1);
  latest.set('c', 3);
  expect([latest.peek('a'), latest.peek('b'), latest.peek('c')]).toEqual([1, undefined, 3]);
});

test('a look leaves the order as it is', () => {
  const latest = createLatest<number>(2);
  latest.set('a', 1);
  latest.set('b', 2);
  expect(latest.peek('a')).toBe(1);
  latest.set('c', 3);
  expect(latest.get('a')).toBeUndefined();
});
