import { expect, test } from 'vitest';
import { chooseSources, chosen } from '#attribute/learned/choose-source.ts';
import { sourcePlaces } from '#attribute/learned/source-places.ts';
import { ruledStatements } from '#attribute/ruled-statements.ts';
import { scanArticle } from '#attribute/scan-article.ts';
import { textAt } from '#core/article.ts';
import { articleOf } from '../statements-of.ts';

function placesIn(text: string, at: number) {
  const scan = scanArticle(articleOf(text));
  const statements = ruledStatements(scan);
  const places = sourcePlaces(scan, statements, at);
  return { scan, statements, places, names: places.map(({ source }) => textAt(text, source.span)) };
}

const TOLD = 'Ana Ruiz met the sailor who runs the ferry on Monday, and said that the lamp was out.';

test('the rules’ own phrase, subjects and the tree’s are offered, each once', () => {
  const { names, places } = placesIn(TOLD, 0);
  expect(names).toContain('Ana Ruiz');
  expect(names.length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
  expect(places.filter(({ isRuled }) => isRuled)).toHaveLength(1);
});

test.each(['“The lamp is out,” Ana Ruiz said.', 'Ana Ruiz said it rained.', 'It is said that it rained.'])(
  'there is nothing to choose: %s',
  (text) => {
    expect(placesIn(text, 0).places).toEqual([]);
  },
);

test('with nothing learned the rules’ own phrase stands, and what is learned may take another', () => {
  const { places } = placesIn(TOLD, 0);
  expect(chosen(new Map(), places)?.isRuled).toBe(true);
  const other = places.find(({ isRuled }) => !isRuled);
  const own = places.find(({ isRuled }) => isRuled);
  const sign = other?.features.find((one) => !(own?.features.includes(one) ?? true)) ?? '';
  expect(chosen(new Map([[sign, 12]]), places)).toBe(other);
  expect(chosen(new Map(), [])).toBeNull();
});

test.each([
  // Who checked it concludes, not who adds that.
  [
    'The pier’s engineers first saw the crack in May, it adds, but concluded that the risk was “small”.',
    'The pier’s engineers',
  ],
  // The whole phrase, and not the noun behind its preposition.
  ['It rained on Monday. A majority of voters expect the mayor to win the vote.', 'A majority of voters'],
])('who says it is told by the sentence as a whole: %s', (text, name) => {
  const scan = scanArticle(articleOf(text));
  const sources = chooseSources(scan, ruledStatements(scan)).map(({ source }) => source?.span);
  expect(sources.map((span) => (span === undefined ? '' : textAt(text, span)))).toContain(name);
});

test('the rest of a statement is as it was', () => {
  const scan = scanArticle(articleOf(TOLD));
  const statements = ruledStatements(scan);
  for (const [at, one] of chooseSources(scan, statements).entries())
    expect({ ...one, source: null, isCarried: false }).toEqual({ ...statements[at], source: null, isCarried: false });
});

test('a sentence of more words than any has is left as the rules read it', () => {
  expect(
    placesIn(`Ana Ruiz met the sailor${' and the cook of the ship'.repeat(60)} and said it rained.`, 0).places,
  ).toEqual([]);
});
