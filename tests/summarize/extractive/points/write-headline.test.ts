import { expect, test } from 'vitest';
import { writeHeadline } from '#summarize/extractive/points/write-headline.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { anArticle } from '../../../an-article.ts';

const BODY = 'The council closed the bridge on Tuesday. A ferry takes its place.';

function headline(title: string, best = BODY, outlet: string | null = 'The Aldby Post', text = BODY): string {
  const article = anArticle(text, { title, outlet, language: 'en' });
  return writeHeadline(article, readPassages(article, { sources: [], attributions: [] }), best);
}

test.each([
  ['Council closes iron bridge - The Aldby Post', 'Council closes iron bridge'],
  ['Council closes iron bridge | News | Aldby Post', 'Council closes iron bridge | News'],
  ['Council closes iron bridge | Somewhere else', 'Council closes iron bridge'],
  ['Council closes bridge - and opens a ferry', 'Council closes bridge - and opens a ferry'],
  ['LIVE: Council closes iron bridge', 'Council closes iron bridge'],
  ['COUNCIL CLOSES IRON BRIDGE', 'COUNCIL CLOSES IRON BRIDGE'],
])('%s is told as %s', (title, told) => {
  expect(headline(title)).toBe(told);
});

test('without a title the heading of the text serves', () => {
  expect(headline('', BODY, null, `Council closes iron bridge\n\n${BODY}`)).toBe('Council closes iron bridge');
});

test('without a title the best sentence serves, cut at a clause to one line', () => {
  const best =
    'The council of Aldby closed the old iron bridge over the Lenne, which engineers had called unsafe for cars, carts and trains.';
  expect(headline('', best)).toBe('The council of Aldby closed the old iron bridge over the Lenne');
  expect(headline('', BODY.slice(0, 41))).toBe('The council closed the bridge on Tuesday');
});

test('a sentence that names its subject late is cut at a word instead', () => {
  const best = `After a night of speeches and two votes that both failed, ${'the council closed the bridge '.repeat(4)}.`;
  const told = headline('', best);
  expect(told.length).toBeLessThanOrEqual(100);
  expect(told).toMatch(/…$/);
});
