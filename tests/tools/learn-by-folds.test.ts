import { expect, test } from 'vitest';
import { learnByFolds } from '../../tools/learn-by-folds.ts';

test('no item meets what was learned from it, and each fold is learned once', () => {
  const learned: (readonly number[])[] = [];
  const pairs = learnByFolds([0, 1, 2, 3, 4], 2, (others) => {
    learned.push(others);
    return others;
  });
  expect(learned).toEqual([
    [1, 3],
    [0, 2, 4],
  ]);
  expect(pairs.map(({ item }) => item)).toEqual([0, 2, 4, 1, 3]);
  for (const { item, model } of pairs) expect(model).not.toContain(item);
});

test('of fewer items than folds each has a fold of its own', () => {
  const pairs = learnByFolds(['a', 'b'], 8, (others) => others.join());
  expect(pairs).toEqual([
    { item: 'a', model: 'b' },
    { item: 'b', model: 'a' },
  ]);
});
