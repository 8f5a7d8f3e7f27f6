import { expect, test } from 'vitest';
import { weighConfidence } from '#attribute/weigh-confidence.ts';
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

test('nobody is shown as the source of words without one', () => {
  expect(weighConfidence('continued', 1, true, false)).toBeLessThan(SHOWN_FROM_CONFIDENCE);
  expect(weighConfidence('clause', 0.3, false, true)).toBeLessThan(SHOWN_FROM_CONFIDENCE);
});
