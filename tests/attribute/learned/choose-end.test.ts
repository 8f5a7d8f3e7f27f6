import { expect, test } from 'vitest';
import { chooseEnd, likeliest } from '#attribute/learned/choose-end.ts';
import { endPlaces } from '#attribute/learned/end-places.ts';
import { ruledStatements } from '#attribute/ruled-statements.ts';
import { scanArticle } from '#attribute/scan-article.ts';
import { textAt } from '#core/article.ts';
import { articleOf } from '../statements-of.ts';

function placesIn(text: string) {
  const scan = scanArticle(articleOf(text));
  const [statement] = ruledStatements(scan);
  if (statement === undefined) throw new Error(`nothing is said: ${text}`);
  const places = endPlaces(scan, statement);
  const [own] = statement.content;
  const until = (at: number) => textAt(text, { start: own?.start ?? 0, end: scan.tokens[at - 1]?.end ?? 0 });
  return { scan, statement, places, ends: places.map(({ at }) => until(at)) };
}

const TOLD = 'Ana Ruiz said the bridge was closed on Monday, when the river rose, and that nobody was hurt.';

test('a clause may end at its marks, before words that open another, and where rules and tree end it', () => {
  const { ends, places } = placesIn(TOLD);
  expect(ends).toContain('the bridge was closed on Monday');
  expect(ends).toContain('the bridge was closed on Monday, when the river rose');
  expect(ends.at(-1)).toBe('the bridge was closed on Monday, when the river rose, and that nobody was hurt');
  expect(places.filter(({ byRule }) => byRule > 0.5)).toHaveLength(1);
});

test.each([
  '“The bridge is closed,” Ana Ruiz said.',
  'The bridge is closed, Ana Ruiz said.',
  'Ana Ruiz said it rained.',
])('there is nothing to choose: %s', (text) => {
  expect(placesIn(text).places).toEqual([]);
});

test('with nothing learned the rules’ own end stands, and what is learned may move it', () => {
  const { places } = placesIn(TOLD);
  expect(likeliest(new Map(), places)?.byRule).toBeGreaterThan(0.5);
  const last = places.at(-1);
  const other = last !== undefined && last.byRule < 0.5 ? last : places[0];
  const mark = other?.features.find((one) => one.startsWith('words ')) ?? '';
  expect(likeliest(new Map([[mark, 12]]), places)).toBe(other);
  expect(likeliest(new Map(), [])).toBeNull();
});

test('what is chosen is one of the places, and the rest of the statement is as it was', () => {
  const { scan, statement, ends } = placesIn(TOLD);
  const chosen = chooseEnd(scan, statement);
  expect(ends).toContain(chosen.content.map((span) => textAt(TOLD, span)).join());
  expect({ ...chosen, content: [] }).toEqual({ ...statement, content: [] });
});

test('no place cuts a quotation, at its closing mark neither', () => {
  const text = 'Ana Ruiz said the bridge, which is old, was “closed, and locked.”';
  const { scan, places } = placesIn(text);
  const cuts = places.filter(({ at }) => (scan.quoteAt[at] ?? -1) >= 0 && scan.quoteAt[at] === scan.quoteAt[at - 1]);
  expect(places.length).toBeGreaterThan(1);
  expect(cuts).toEqual([]);
});

test('no place stands inside a quotation, or in more words than a sentence has', () => {
  const { ends } = placesIn(
    'Ana Ruiz said the bridge was “closed, and then, to be sure, locked”, but the road was open.',
  );
  expect(ends.some((end) => /closed$|then$/.test(end))).toBe(false);
  expect(placesIn(`Ana Ruiz said the bridge was closed${', and that it rained'.repeat(60)}.`).places).toEqual([]);
});
