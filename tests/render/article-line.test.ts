import { expect, test } from 'vitest';
import { articleLine } from '#render/article-line.ts';
import { anArticle } from '../an-article.ts';

const words = (count: number) => Array.from({ length: count }, (_, i) => (i % 12 === 11 ? 'ended.' : 'word')).join(' ');

test('names outlet, authors, day and reading time', () => {
  const article = anArticle(words(720), {
    outlet: 'Quay Gazette',
    authors: ['Ida Holm', 'Bo Lund'],
    publishedAt: '2026-05-26T23:30:00-07:00',
  });
  expect(articleLine(article)).toBe('Quay Gazette · by Ida Holm, Bo Lund · 26 May 2026 · 3 min read');
});

test('the day is the one that the page prints, in whatever zone the reader is', () => {
  expect(articleLine(anArticle('It rained.', { publishedAt: '2026-01-01T00:10:00+14:00' }))).toContain(
    '1 January 2026',
  );
});

test('what is unknown is left out', () => {
  expect(articleLine(anArticle('It rained.', { url: null, outlet: null, authors: [], publishedAt: null }))).toBe(
    '1 min read',
  );
  expect(articleLine(anArticle('It rained.', { url: 'https://www.quay.example/a', outlet: null }))).toContain(
    'quay.example',
  );
});
