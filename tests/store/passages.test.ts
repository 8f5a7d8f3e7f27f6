/** What is kept of a text that was dropped: the quoted words at their places, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillPassages, quotedPassages } from '#store/passages.ts';
import { aBriefing } from '../a-briefing.ts';

const BRIEFING = aBriefing();

test('whatever is quoted stands at its place, the text is as long as it was, and nothing else of it is left', () => {
  const spans = fc.array(fc.tuple(fc.nat(300), fc.nat(40)), { maxLength: 20 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), spans, (text, raw) => {
      const evidence = raw.map(([from, length]) => {
        const start = from % text.length;
        return { start, end: Math.min(text.length, start + length) };
      });
      const article = { ...BRIEFING.article, text };
      const points = [{ text: 'x', evidence, attributions: [] }];
      const passages = quotedPassages({ ...BRIEFING, article, points, attributions: [], disagreements: [] });
      const dropped = { ...article, text: '', textLength: text.length };
      const quoted = Array.from({ length: text.length }, (_, at) =>
        evidence.some(({ start, end }) => start <= at && at < end) ? text.charAt(at) : ' ',
      ).join('');
      expect(fillPassages(dropped, passages)).toEqual({ ...article, text: quoted });
      expect(passages).toEqual(passages.toSorted((a, b) => a.start - b.start));
    }),
    { numRuns: 500 },
  );
});

test('of what is no article nothing is made', () => {
  expect(fillPassages(null, [])).toBeNull();
  expect(fillPassages('text', [])).toBe('text');
});
