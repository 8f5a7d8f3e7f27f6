import { expect, test } from 'vitest';
import { readHtml } from '#read/read-html.ts';
import { aPage, paragraphs, STORY } from './a-page.ts';

const read = (html: string) => readHtml(html, { url: 'https://quaygazette.example/a' });
const problem = (code: string): unknown => expect.objectContaining({ code });
const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const [FIRST = '', SECOND = '', THIRD = ''] = STORY;
const locked = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Swing bridge to close', isAccessibleForFree: false })}</script>`;

test.each([
  ['an empty page', ''],
  ['a page of white space', ' \n '],
  ['a page without words', page('', '<div id="root"></div>')],
  [
    'a shell that scripts fill in',
    page(
      'Quay Gazette',
      '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>',
    ),
  ],
  ['a film', page('The bridge in pictures', '<video src="a.mp4"></video><p>The bridge in pictures</p>')],
  [
    'a home page',
    page(
      'Quay Gazette',
      `<main>${Array.from({ length: 40 }, (_, i) => `<div class="card"><h2><a href="/${i}">Harbour story number ${i} of today</a></h2></div>`).join('')}</main>`,
    ),
  ],
  [
    'a list of links',
    page(
      'Archive',
      `<ul>${Array.from({ length: 60 }, (_, i) => `<li><a href="/${i}">What the board decided in week ${i}</a></li>`).join('')}</ul>`,
    ),
  ],
  [
    'a login page',
    page(
      'Log in',
      '<form><label>Name</label><input><label>Password</label><input type="password"><button>Log in</button></form><p><a href="/f">Forgot your password?</a></p>',
    ),
  ],
])('takes %s for no article', (_, html) => {
  expect(() => read(html)).toThrow(problem('NOT_AN_ARTICLE'));
});

test.each([
  [
    'a check of the browser',
    page('Just a moment...', '<h1>Checking your browser before you enter.</h1><p>This takes a few seconds.</p>'),
  ],
  ['a request for cookies', page('gazette', '<p>Please enable JavaScript and cookies to continue</p>')],
  [
    'a captcha',
    page('Security check', '<p>Verify you are human by completing the action below.</p><div class="captcha"></div>'),
  ],
  [
    'a denial',
    page('Access Denied', "<h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p>"),
  ],
])('takes %s for a wall', (_, html) => {
  expect(() => read(html)).toThrow(problem('FORBIDDEN'));
});

test.each([
  [
    'English',
    page(
      'Page not found | Quay Gazette',
      '<h1>Page not found</h1><p>The page you were looking for has moved or never was. Try the search.</p>',
    ),
  ],
  [
    'German',
    page(
      'Hoppla',
      '<h1>Seite nicht gefunden</h1><p>Diese Adresse gibt es bei uns nicht. Bitte gehen Sie zur Startseite.</p>',
    ),
  ],
])('takes an error page in %s that was served as a page for one', (_, html) => {
  expect(() => read(html)).toThrow(problem('NOT_FOUND'));
});

test('reads an article about walls and lost pages as an article', () => {
  const about =
    '“Verify you are human” is the sentence that the researchers like least. Access denied, page not found: they counted how often readers met these words.';
  const article = read(aPage({ body: paragraphs([about, ...STORY]) }));
  expect(article.completeness).toBe('full');
  expect(article.text.startsWith(about)).toBe(true);
});

test('reads a short article', () => {
  const article = read(aPage({ body: paragraphs([FIRST, SECOND]) }));
  expect(article).toMatchObject({ text: `${FIRST}\n\n${SECOND}`, completeness: 'full' });
});

test('reads an article of one sentence', () => {
  expect(read(aPage({ body: paragraphs([FIRST]) })).text).toBe(FIRST);
});

test('takes a sentence before a paywall for no more than that', () => {
  expect(() => read(aPage({ head: locked, body: paragraphs([FIRST]) }))).toThrow(problem('PAYWALLED'));
  const wall = '<div class="paywall"><p>Subscribe to continue reading.</p></div>';
  expect(() => read(aPage({ body: `${paragraphs([FIRST])}${wall}` }))).toThrow(problem('PAYWALLED'));
});

test('calls the paragraphs before a paywall a part', () => {
  expect(read(aPage({ head: locked, body: paragraphs([FIRST, SECOND, THIRD]) })).completeness).toBe('partial');
});

test('calls an open article full although its site has a paywall', () => {
  const body = `${paragraphs([...STORY, ...STORY.map((text) => `Again: ${text}`)])}<div class="paywall" hidden></div>`;
  expect(read(aPage({ body })).completeness).toBe('full');
});

test.each([
  'Continue reading',
  'Read the full story',
  'Jetzt weiterlesen',
  'Lire la suite',
  'Subscribe to continue reading',
])('calls a text that ends in “%s” a part, and drops the line', (notice) => {
  const article = read(aPage({ body: paragraphs([...STORY, notice]) }));
  expect(article.text).toBe(STORY.join('\n\n'));
  expect(article.completeness).toBe('partial');
});

test('calls a text that breaks off a part', () => {
  const body = paragraphs([...STORY, 'The mayor, who had long been against the closure, then rose to say that…']);
  expect(read(aPage({ body })).completeness).toBe('partial');
});
