import { expect, test } from 'vitest';
import { weighConfidence } from '#attribute/learned/weigh-confidence.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';

test('a quotation beside its cue and a named source is nearly sure', () => {
  expect(weighConfidence('quotation', 1, false, true)).toBe(0.95);
});

test('the less the text says outright, the lower', () => {
  const order = (['quotation', 'clause', 'continued', 'object', 'guessed'] as const).map((basis) =>
    weighConfidence(basis, 1, false, true),
  );
  expect(order).toEqual(order.toSorted((a, b) => b - a));
});

test('quoted words that a second verb introduces are shown, and are less sure', () => {
  const value = weighConfidence('quotation', 1, true, true);
  expect(value).toBeGreaterThanOrEqual(SHOWN_FROM_CONFIDENCE);
  expect(value).toBeLessThan(weighConfidence('clause', 1, true, true));
});

test('nobody is shown as the source of words without one', () => {
  expect(weighConfidence('continued', 1, true, false)).toBeLessThan(SHOWN_FROM_CONFIDENCE);
  expect(weighConfidence('clause', 0.3, false, true)).toBeLessThan(SHOWN_FROM_CONFIDENCE);
});
