import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLeading } from '#core/count-leading.ts';

test('it counts what a look at each from the front would', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, limit) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const counted = countLeading(sorted.length, (at) => (sorted[at] ?? 0) < limit);
      expect(counted).toBe(sorted.filter((number) => number < limit).length);
    }),
  );
});
