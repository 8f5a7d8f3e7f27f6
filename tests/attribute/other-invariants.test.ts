import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import type { Span } from '#core/article.ts';
import { articleOf } from './statements-of.ts';

/** More letters in a source's name than these are a clause. */
const LONGEST_NAME = 120;
const PIECES = [
  ...['„', '“', '”', '»', '«', '›', '‹', '‚', '‘', '’', '"', "'", '「', '」', '« ', ' »'],
  ...[', ', '. ', ': ', ' — ', ' (', ')', '\n\n', '\t|\t', '|', '\0', '\ud83d', '😀', '\u200f', '- '],
  ...['de ', 'Der ', 'De ', 'la ', 'l’', 'van ', 'von ', 'der ', '’t ', 'des ', 'del ', 'di ', 'que ', 'dass ', 'dat '],
  ...['Anna Weber ', 'Luc Martin', 'Ruiz ', 'BÜRO ', 'la maire ', 'die Stadt ', 'ein Bericht ', 'il ', 'sie ', 'zij '],
  ...['laut ', 'Selon ', 'según ', 'volgens ', 'secondo ', 'zufolge ', 'wie ', 'comme ', 'so ', 'aldus ', 'para '],
  ...['sagte ', 'a dit ', '-t-elle ', 'dijo ', 'disse ', 'ha detto ', 'zei ', 'wies ', 'zurück', 'laat weten ', 'nie '],
  ...['市長は', 'によると、', 'と述べた。', 'قال ', 'وأضاف أن ', 'بحسب ', '، '],
  ...['y ', 'pero ', 'und ', 'in Keim ', 'am Telefon ', 'à Radio Brenne ', '12 ', 'Mme ', 'M. ', 'das ist es '],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));
const languages = fc.constantFrom('de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'ja', 'ar');

test('names are names and spans lie in the text, whatever is read and in whatever language', () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const { sources, attributions } = attribute(articleOf(text, { language }));
      const isSound = ({ start, end }: Span) => start >= 0 && start < end && end <= text.length;
      for (const { content, quotes } of attributions) {
        expect([...content, ...quotes].every(isSound)).toBe(true);
        content.forEach((span, i) => {
          expect(span.start).toBeGreaterThanOrEqual(content[i - 1]?.end ?? 0);
        });
      }
      for (const { name } of sources) {
        expect(name).toMatch(/[\p{L}\p{N}]/u);
        expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}|]/u);
      }
    }),
    { numRuns: 600, seed: 11 },
  );
});

test.each([
  ['de', 'Ein Kassenwart soll das Geld im Mai ins Ausland gebracht haben.'],
  ['fr', 'Le pont serait fermé pour deux ans. La mairie de Brenne a confirmé la date.'],
])('a cue is a place and no more: %s', (language, text) => {
  const { attributions } = attribute(articleOf(text, { language }));
  expect(attributions.length).toBeGreaterThan(0);
  for (const { cue } of attributions) if (cue !== null) expect(Object.keys(cue).toSorted()).toEqual(['end', 'start']);
});
