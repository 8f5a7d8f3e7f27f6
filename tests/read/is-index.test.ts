import { expect, test } from 'vitest';
import { readHtml } from '#read/read-html.ts';

const HEADS = [
  'Council puts off its vote on the tram',
  'Dredging of the harbour starts in spring',
  'Teachers call off their strike',
  'Flood wall holds at its first test',
  'Mayor leaves after three weeks of questions',
  'Ferry fares rise by a tenth',
  'Museum finds letters of a poet',
  'Storm leaves the coast without power',
];
const TEASERS = [
  'Residents had asked for more time to read the plans, the council said on Tuesday.',
  'Work on the main channel will take four months.',
  'Classes begin again on Thursday morning, according to the union.',
  'Water stood two metres high behind the gates, and not a drop came through.',
  'Nobody has said yet who will follow her.',
  'The operator blames the price of fuel.',
  'A student found the bundle behind a radiator in the reading room.',
  'Some homes may wait until Friday for the crews.',
];
const LONG =
  'Members of both parties said that they would not support another attempt before the election in May, and that whoever ' +
  'wants the tram must first say who is to pay for it.';

const each = (draw: (head: string, teaser: string, i: number) => string): string =>
  HEADS.map((head, i) => draw(head, TEASERS[i] ?? '', i)).join('');
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>
   <nav><a href="/news">All the news</a> <a href="/sport">All the sport</a></nav>${body}</body></html>`;
const read = (html: string, path = '/a') => readHtml(html, { url: `https://www.anselstar.example${path}` });

test.each([
  ['cards', '/', each((head, teaser, i) => `<div><h3><a href="/n/${i}">${head}</a></h3><p>${teaser}</p></div>`)],
  [
    'a section with its own sentence',
    '/tram/',
    `<h1>Tram</h1><p>All that we wrote about the tram.</p>${each((head, teaser, i) => `<article><h2><a href="/n/${i}">${head}</a></h2><p>${teaser}</p><p><a href="/n/${i}">Continue reading</a></p></article>`)}`,
  ],
  [
    'longer teasers',
    '/news/',
    each((head, teaser, i) => `<article><a href="/n/${i}"><h2>${head}</h2></a><p>${teaser} ${LONG}</p></article>`),
  ],
  [
    'no headings',
    '/news/',
    each((head, teaser, i) => `<div class="i"><div><a href="/n/${i}">${head}</a></div><div>${teaser}</div></div>`),
  ],
  [
    'whole addresses, on another host of the site',
    '/',
    each((head, teaser, i) => `<h3><a href="https://news.anselstar.example/${i}">${head}</a></h3><p>${teaser}</p>`),
  ],
  [
    'whole posts on a first page',
    '/',
    each((head, teaser, i) => `<h2><a href="/p/${i}">${head}</a></h2><p>${teaser} ${LONG}</p><p>${LONG} ${LONG}</p>`),
  ],
])('a front page or section is no article: %s', (_, path, body) => {
  expect(() => read(page('Ansel Star', `<main>${body}</main>`), path)).toThrow(
    expect.objectContaining({ code: 'NOT_AN_ARTICLE', message: expect.stringContaining('headlines and teasers') }),
  );
});

const related = `<section>${each((head, teaser, i) => `<div><h3><a href="/n/${i}">${head}</a></h3><p>${teaser}</p></div>`)}</section>`;

test('a short article beside a longer list of others is read, without them', () => {
  const { text } = read(
    page(HEADS[0] ?? '', `<article><h1>${HEADS[0]}</h1><p>${TEASERS[0]}</p><p>${LONG}</p></article>${related}`),
  );
  expect(text).toBe(`${TEASERS[0]}\n\n${LONG}`);
});

test.each([
  ['of two sentences', `<h1>${HEADS[3]}</h1><p>${TEASERS[3]}</p><p>${TEASERS[0]}</p>`],
  [
    'told live, each entry with its own place',
    each((head, teaser, i) => `<div id="e${i}"><h2><a href="#e${i}">${head}</a></h2><p>${teaser}</p></div>`),
  ],
  [
    'told live, each entry with an address of this page',
    each((head, teaser, i) => `<div><h2><a href="/a?entry=${i}">${head}</a></h2><p>${teaser}</p></div>`),
  ],
  [
    'that tells of other sites',
    each((head, teaser, i) => `<h2><a href="https://shop${i}.example/">${head}</a></h2><p>${teaser}</p>`),
  ],
  [
    'that has text of its own below each headline',
    each((head, teaser, i) => `<h2><a href="/n/${i}">${head}</a></h2><p>${teaser} ${LONG}</p><p>${LONG} ${LONG}</p>`),
  ],
  [
    'with links to others between its paragraphs',
    each((head, teaser, i) => `<p>${teaser} ${LONG}</p><p><a href="/n/${i}">Read also: ${head}</a></p>`),
  ],
])('an article stays one: %s', (_, body) => {
  expect(read(page(HEADS[0] ?? '', `<article>${body}</article>`)).text).toContain(TEASERS[3]);
});
