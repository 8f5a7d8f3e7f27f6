import { expect, test } from 'vitest';
import { firstWhere } from '#core/first-where.ts';

test('finds the first of an ordered list that is far enough', () => {
  const list = [1, 4, 4, 9];
  const places = [0, 1, 2, 4, 5, 9, 10].map((least) => firstWhere(list, (one) => one >= least));
  expect(places).toEqual([0, 0, 1, 1, 3, 3, 4]);
  expect(firstWhere([], () => true)).toBe(0);
});
