import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import type { Span } from '#core/article.ts';
import { expectToEnd } from '../expect-to-end.ts';
import { articleOf } from './statements-of.ts';

const PIECES = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  ', ',
  '. ',
  ': ',
  '; ',
  ' — ',
  '(',
  ')',
  '\n\n',
  '\r\n',
  ' ',
  'said ',
  'told ',
  'that ',
  'according to ',
  'Ana Ruiz ',
  'she ',
  'the minister ',
  'officials ',
  'Reuters ',
  'denied ',
  'was told ',
  'citing ',
  'is said to ',
  'declined to comment',
  'and ',
  'who ',
  'added ',
  'No. ',
  'it rains ',
  '\ud800',
  '😀',
  '「',
  '」',
  'LEE: ',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const languages = fc.constantFrom('en', 'und', 'de', 'fr', 'ja', 'ar');

test('spans lie in the text, are trimmed, and quotations lie in their content, on any text', () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const { sources, attributions } = attribute(articleOf(text, { language }));
      const isSound = ({ start, end }: Span) => {
        const words = text.slice(start, end);
        return start >= 0 && start < end && end <= text.length && words.trim() === words;
      };
      attributions.forEach((one, i) => {
        expect(one.id).toBe(`a${i + 1}`);
        expect(sources.map(({ id }) => id)).toContain(one.source);
        expect(one.content.length).toBeGreaterThan(0);
        expect([...one.content, ...one.quotes, ...(one.cue === null ? [] : [one.cue])].every(isSound)).toBe(true);
        for (const quote of one.quotes)
          expect(one.content.some(({ start, end }) => start <= quote.start && quote.end <= end)).toBe(true);
        expect(one.confidence).toBeGreaterThanOrEqual(0);
        expect(one.confidence).toBeLessThanOrEqual(1);
      });
      sources.forEach((source, i) => {
        expect(source.id).toBe(`s${i + 1}`);
        expect(source.mentions.every(isSound)).toBe(true);
      });
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('the same text gives the same testimony, byte for byte', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const article = articleOf(text);
      expect(JSON.stringify(attribute(article))).toBe(JSON.stringify(attribute(article)));
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('fifty thousand words are read', () => {
  const text = Array.from({ length: 5_000 }, (_, i) => `Ana Ruiz said the bridge ${i} was safe and sound.`).join(
    '\n\n',
  );
  expectToEnd(() => {
    expect(attribute(articleOf(text)).attributions.length).toBeGreaterThan(4_000);
  });
});

test.each([
  ['"'],
  ['“'],
  ['a'],
  ['said '],
  [', '],
  ['Ana '],
  ['who '],
  ['('],
  ['according to '],
  ['He says it, which he denies. '],
])('a megabyte of %j does not hang', (piece) => {
  expectToEnd(() => {
    attribute(articleOf(piece.repeat(Math.floor(1_000_000 / piece.length))));
  });
});
