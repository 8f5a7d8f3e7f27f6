import { expect, test } from 'vitest';
import { findFigures } from '#language/find-figures.ts';
import { isSameFigure } from '#verify/words/is-same-figure.ts';

const isSame = (claimed: string, given: string, isRounded = false) => {
  const [one] = findFigures(claimed, 'en');
  const [other] = findFigures(given, 'en');
  return one !== undefined && other !== undefined && isSameFigure(one, other, isRounded);
};

test('a round figure stands for one nearby, and only where it is said to be round', () => {
  expect(isSame('300 boats', '312 boats', true)).toBe(true);
  expect(isSame('300 boats', '312 boats')).toBe(false);
  expect(isSame('300 boats', '340 boats', true)).toBe(false);
  // What has as many digits is no rounder.
  expect(isSame('311 boats', '312 boats', true)).toBe(false);
});

test('two ways to write one value are the same, an invented unit is not', () => {
  expect(isSame('12.3 million', '12,300,000')).toBe(true);
  expect(isSame('$40', '40')).toBe(false);
  expect(isSame('$300', '312', true)).toBe(false);
});
