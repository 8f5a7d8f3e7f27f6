import { expect, test } from 'vitest';
import type { Article } from '#core/article.ts';
import { readHtml } from '#read/read-html.ts';
import { aPage, paragraphs, STORY } from './a-page.ts';

const linked = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const read = (head: string, body?: string): Article =>
  readHtml(aPage(body === undefined ? { head } : { head, body }), { url: 'https://www.quaygazette.example/a' });
const story = paragraphs(STORY);

test('takes what the linked data says', () => {
  const article = read(
    linked({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Not this one' },
        {
          '@type': ['NewsArticle'],
          headline: 'Swing bridge to close for eleven weeks',
          author: [
            { '@type': 'Person', name: 'Ines Okafor' },
            { '@type': 'Person', name: 'Tom Ahlgren' },
          ],
          datePublished: '2026-03-02T08:15:00+02:00',
          publisher: { '@type': 'Organization', name: 'The Quay Gazette' },
        },
      ],
    }),
  );
  expect(article).toMatchObject({
    title: 'Swing bridge to close for eleven weeks',
    authors: ['Ines Okafor', 'Tom Ahlgren'],
    publishedAt: '2026-03-02T08:15:00+02:00',
    outlet: 'The Quay Gazette',
  });
});

test('takes OpenGraph and meta where there is no linked data', () => {
  const article = read(
    '<meta property="og:title" content="Bridge to close in spring"><meta property="og:site_name" content="Quay Gazette"><meta name="author" content="By Ines Okafor"><meta property="article:published_time" content="2026-03-02">',
    story,
  );
  expect(article).toMatchObject({
    title: 'Bridge to close in spring',
    authors: ['Ines Okafor'],
    publishedAt: '2026-03-02',
    outlet: 'Quay Gazette',
  });
});

test('takes the page itself where nothing else speaks', () => {
  const article = read(
    '',
    `<h1>Swing bridge to close for eleven weeks</h1><p class="byline">By Ines Okafor</p>${story}`,
  );
  expect(article).toMatchObject({
    title: 'Swing bridge to close for eleven weeks',
    authors: ['Ines Okafor'],
    publishedAt: null,
    outlet: 'quaygazette.example',
  });
  expect(article.text).toBe(STORY.join('\n\n'));
});

test('takes the name of the site off a title', () => {
  expect(read('', story).title).toBe('Swing bridge to close for eleven weeks');
});

test('keeps a dash that belongs to the title', () => {
  const article = read(
    '<meta property="og:title" content="Bridge - or no bridge"><meta property="og:site_name" content="Quay Gazette">',
    story,
  );
  expect(article.title).toBe('Bridge - or no bridge');
});

test('never moves a date into another zone', () => {
  const late = read('<meta property="article:published_time" content="2026-03-02T23:45:00-08:00">');
  expect(late.publishedAt).toBe('2026-03-02T23:45:00-08:00');
});

test('makes nothing of a date that is none', () => {
  expect(read('<meta property="article:published_time" content="soon">').publishedAt).toBeNull();
  expect(read(linked({ '@type': 'NewsArticle', headline: 'x', datePublished: 20260302 })).publishedAt).toBeNull();
});

test.each([
  ['By Ines Okafor and Tom Ahlgren', ['Ines Okafor', 'Tom Ahlgren']],
  ['Ines Okafor, Tom Ahlgren', ['Ines Okafor', 'Tom Ahlgren']],
  ['https://social.example/ines', []],
  ['Von Ines Okafor', ['Ines Okafor']],
])('reads the authors of “%s”', (content, authors) => {
  expect(read(`<meta name="author" content="${content}">`).authors).toEqual(authors);
});

test('does not fail on linked data that is broken or of strange shapes', () => {
  const strange = [
    '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
    linked({ '@type': 'NewsArticle', headline: { en: 1 }, author: [null, 7, [[]]], publisher: [], datePublished: {} }),
    linked([null, 1, 'x']),
  ];
  const article = read(strange.join(''));
  expect(article.title).toBe('Swing bridge to close for eleven weeks');
  expect(article.authors).toEqual([]);
});

test('does not say the title again at the top of the text', () => {
  expect(read('', `<p>Swing bridge to close for eleven weeks</p>${story}`).text).toBe(STORY.join('\n\n'));
});

test('values of any shape in linked data do no harm', () => {
  const odd: readonly unknown[] = [{ toString: 1 }, [], [{}], 7, null, { '@value': { valueOf: null } }];
  for (const value of odd) {
    const node = { '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: value, author: value, publisher: value };
    const dated = { ...node, datePublished: value, articleBody: value, '@id': value, name: value };
    expect(read(linked(dated), story).completeness).toBe('full');
  }
});

test('a title or a site name of a megabyte is cut or passed over', () => {
  const long = 'A b '.repeat(200_000);
  const article = readHtml(
    `<html><head><title>${long}</title><meta property="og:site_name" content="${long}"></head><body>${story}</body></html>`,
    { url: 'https://www.quaygazette.example/a' },
  );
  expect(article.title.length).toBeLessThan(320);
  expect(article.outlet).toBe('quaygazette.example');
});

test.each([
  ['Quay Gazette - the harbour’s own weekly since 1963', 'Quay Gazette'],
  ['Quay Gazette | News, Sports, Weather', 'Quay Gazette'],
  ['Building Design + Construction', 'Building Design + Construction'],
  ['Post-Dispatch', 'Post-Dispatch'],
])('an outlet is named without what it says of itself: %s', (site, outlet) => {
  const page = `<html><head><title>Bridge to close</title><meta property="og:site_name" content="${site}"></head><body>${story}</body></html>`;
  expect(readHtml(page, { url: 'https://quay.example/bridge' }).outlet).toBe(outlet);
});
