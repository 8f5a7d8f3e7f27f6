import { expect, test } from 'vitest';
import { textAt } from '#core/article.ts';
import { Problem } from '#core/problem.ts';
import { readHtml } from '#read/read-html.ts';
import { expectToEnd } from '../expect-to-end.ts';
import { aPage, paragraphs, STORY } from './a-page.ts';

const url = 'https://www.quaygazette.example/harbour/bridge';
const read = (html: string | Uint8Array) => readHtml(html, { url });
const wanted = STORY.join('\n\n');

test('reads the story and nothing else of a page', () => {
  const article = read(aPage());
  expect(article.text).toBe(wanted);
  expect(article).toMatchObject({
    url,
    title: 'Swing bridge to close for eleven weeks',
    language: 'en',
    completeness: 'full',
  });
  expect(article.paragraphs.map((span) => textAt(article.text, span))).toEqual(STORY);
});

test('reads bytes in the charset of their header', () => {
  const bytes = Uint8Array.from(
    Buffer.from(
      aPage({ body: paragraphs([...STORY, 'Sm\xf8rrebr\xf8d is served.']) }).replace(/[“”’]/g, "'"),
      'latin1',
    ),
  );
  expect(readHtml(bytes, { url, contentType: 'text/html; charset=iso-8859-1' }).text).toContain(
    'Smørrebrød is served.',
  );
});

test.each([
  ['an advertisement', '<p>Advertisement</p>'],
  ['a reading time', '<p>4 minutes, 56 seconds Read</p>'],
  ['buttons to share', '<div class="share-bar"><a href="/f">Facebook</a> <a href="/x">Post this</a></div>'],
  ['a heading to share under', '<h3>Share This Post</h3>'],
  [
    'related stories',
    '<div class="related-posts"><h3>You may like</h3><ul><li><a href="/b">Ferry fares rise again</a></li></ul></div>',
  ],
  [
    'a newsletter',
    '<div class="newsletter-signup"><p>Get the harbour in your inbox every Friday. No spam, ever.</p></div>',
  ],
  ['a caption', '<figure><img src="a.jpg"><figcaption>The bridge, seen from the north.</figcaption></figure>'],
  [
    'a cookie notice',
    '<div class="cookie-banner" role="dialog"><p>Cookies help us to serve you. Choose what you accept.</p></div>',
  ],
  ['a link to another story', '<p><a href="/c">READ MORE: Ferry fares rise again</a></p>'],
  ['a German advertisement', '<p>Anzeige</p>'],
  ['a French pointer', '<p>À lire aussi : le prix du ferry</p>'],
  ['a script', '<script>var secret = "no words of ours";</script>'],
  ['a comment', '<!-- editors: mind the date -->'],
  ['a hidden part', '<div style="display:none"><p>Hidden words for machines only.</p></div>'],
])('keeps %s out of the text', (_, piece) => {
  const [first = '', second = '', ...others] = STORY;
  const body = `<h1>Swing bridge to close for eleven weeks</h1>${paragraphs([first, second])}${piece}${paragraphs(others)}${piece}`;
  expect(read(aPage({ body })).text).toBe(wanted);
});

test('finds the body where something stands between it and the head, or the head is never closed', () => {
  expect(read(aPage().replace('</head>', '</head><noscript>Hello</noscript><div></div>')).text).toBe(wanted);
  expect(read(aPage().replace('</head>', '')).text).toBe(wanted);
});

test('reads a page without html, head and body', () => {
  expect(read(`<h1>Swing bridge</h1>${paragraphs(STORY)}`).text).toContain(wanted);
});

test('gives a heading inside the story a paragraph of its own', () => {
  const body = `${paragraphs(STORY)}<h2>What the ferry will cost</h2>${paragraphs(STORY.map((text) => text.replace('board', 'council')))}`;
  expect(read(aPage({ body })).text).toContain('\n\nWhat the ferry will cost\n\n');
});

test('parts paragraphs at double breaks and keeps words apart at tags', () => {
  const body = `<h1>Swing bridge to close for eleven weeks</h1><div>${STORY.join('<br><br>')}</div>`;
  expect(read(aPage({ body })).text).toBe(wanted);
});

test('folds white space and no-break spaces inside a paragraph', () => {
  const body = paragraphs(STORY.map((text) => text.replaceAll(' ', '\n   ').replace('\n   ', '&nbsp;')));
  expect(read(aPage({ body })).text).toBe(wanted);
});

test('keeps links, emphasis and entities as the words they are', () => {
  const [first = '', ...others] = STORY;
  const body = paragraphs([
    first.replace('swing bridge', '<a href="/b">swing <em>bri</em>dge</a>'),
    ...others,
  ]).replaceAll('“', '&ldquo;');
  expect(read(aPage({ body })).text).toBe(wanted);
});

test('takes the body of the linked data only where the page holds no story', () => {
  const data = { '@type': 'NewsArticle', headline: 'Swing bridge to close', articleBody: wanted };
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(read(aPage({ head, body: '<p>Loading the story. Please wait.</p>' })).text).toBe(wanted);
  const short = `<script type="application/ld+json">${JSON.stringify({ ...data, articleBody: 'A teaser only. '.repeat(30) })}</script>`;
  expect(read(aPage({ head: short })).text).toBe(wanted);
});

test('replaces lone surrogates', () => {
  const article = read(aPage({ body: paragraphs([...STORY, 'A \ud800 stray one came ashore here.']) }));
  expect(article.text.isWellFormed()).toBe(true);
});

test.each([
  [
    'de',
    'Der Hafenrat hat am Montag beschlossen, die alte Drehbrücke für elf Wochen zu sperren. „Wir haben zweimal hingesehen“, sagte die Ingenieurin Marta Lindqvist im Zollhaus.',
  ],
  [
    'ar',
    'قرر مجلس الميناء يوم الاثنين إغلاق الجسر القديم لمدة أحد عشر أسبوعا بعد أن وجد الغواصون شقين في دعامته الوسطى. وقالت كبيرة المهندسين إنها فحصته مرتين.',
  ],
  [
    'ja',
    '港湾委員会は月曜日、古い旋回橋を十一週間閉鎖することを決めた。「二度確認した」と主任技師は税関の建物で開かれた会議で述べた。渡し船は二十分ごとに運航される予定だ。',
  ],
])('reads a page in %s', (language, text) => {
  const texts = [text, text.slice(0, -20), text].map((each, i) => `${i + 1}. ${each}`);
  const article = read(aPage({ body: paragraphs(texts), lang: 'en' }));
  expect(article.language).toBe(language);
  expect(article.text).toBe(texts.join('\n\n'));
});

test('reads an article of fifty thousand words whole', () => {
  const article = read(
    aPage({ body: paragraphs(Array.from({ length: 2_000 }, (_, i) => `${STORY[i % 5]} That was day ${i}.`)) }),
  );
  expect(article.paragraphs).toHaveLength(2_000);
  expect(article.text).toContain('That was day 1999.');
});

test('refuses a page that is nested too deep, with and without a doctype', () => {
  for (const doctype of ['', '<!doctype html>'])
    expect(() => read(`${doctype}<html><body>${'<b>'.repeat(5_000)}${STORY[0]}`)).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE' }),
    );
});

test('gives the same article twice', () => {
  expect(read(aPage())).toEqual(read(aPage()));
});

test.each([
  ['a million nested elements', '<div>'.repeat(1_000_000)],
  ['elements nested deep, but few', '<b>'.repeat(20_000)],
  ['one long line', `<p>${'word '.repeat(1_000_000)}</p>`],
  ['one long word', `<p>${'a'.repeat(2_900_000)}</p>`],
  ['a million attributes', `<p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(' ')}>x</p>`],
  ['a storm of entities', `<p>${'&amp;&lt;&nbsp;'.repeat(300_000)}</p>`],
  ['a comment that never ends', `<!--${'-'.repeat(2_900_000)}`],
  ['nothing but opening brackets', '<'.repeat(2_000_000)],
  ['as many opening brackets as are let in', '<'.repeat(150_000)],
  ['end tags that open paragraphs', '</p>'.repeat(150_000)],
  ['a million end tags', '</p>'.repeat(1_000_000)],
  ['a class of a million names', `<div class="${'a-b_c '.repeat(500_000)}">x</div>`],
  [
    'linked data nested a million deep',
    `<script type="application/ld+json">${'['.repeat(1_000_000)}</script><p>Some words here.</p>`,
  ],
  ['a title of bars', `<title>${' | '.repeat(1_000_000)}</title><p>Some words here, and more of them.</p>`],
  ['quotation marks that never close', `<p>${'“"‘ said '.repeat(300_000)}</p>`],
  ['tables in tables', `${'<table><tr><td>'.repeat(300)}x`],
  ['twenty thousand links', `<ul>${'<li><a href="#">One more link</a></li>'.repeat(20_000)}</ul>`],
])(
  'ends on %s',
  (_, piece) => {
    expectToEnd(() => {
      try {
        expect(read(`<html><body>${piece}</body></html>`).text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    });
    expect(read(aPage()).text).toBe(wanted);
  },
  20_000,
);
