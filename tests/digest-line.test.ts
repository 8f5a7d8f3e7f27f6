/** `byline digest` as a person or a program meets it: real processes, files, feeds at addresses, exit codes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEXT } from './a-briefing.ts';
import { byline } from './run-byline.ts';

const ROOT = path.join(import.meta.dirname, '..');
const EXAMPLE = 'examples/harbour-bridge.html';

const DAYS = ['--since', '2026-05-18', '--until', '2026-05-20'];
const feeds = readdirSync(path.join(ROOT, 'examples/feeds')).map((name) => `examples/feeds/${name}`);

const STORY = `<!doctype html><html lang="en"><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>${TEXT.split(
  '\n\n',
)
  .map((text) => `<p>${text}</p>`)
  .join('')}</article></body></html>`;
const RSS_DATE = 'Tue, 19 May 2026 07:10:00 GMT';
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Gazette</title>${items}</channel></rss>`;
const item = (title: string, link: string, summary = '') =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${RSS_DATE}</pubDate><description>${summary}</description></item>`;

/** A list at an address may not name what lies on this machine. */
const OUTLINES = ['', 'examples/feeds/observer.xml', 'file:///etc/passwd'];

const server = createServer((request, response) => {
  if (request.url === '/feed.xml')
    return response.end(
      rss(
        item('Bridge over the Sund closed', `${origin}/story`) +
          item('Kept for people', `${origin}/private/story`) +
          item('Gone', `${origin}/nowhere`, 'The ferry was sold to a baker. He will keep the cat.'),
      ),
    );
  if (request.url === '/front')
    return response
      .setHeader('content-type', 'text/html')
      .end(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>News</body></html>',
      );
  if (request.url === '/list')
    return response
      .setHeader('content-type', 'text/x-opml')
      .end(`<opml version="2.0"><body>${OUTLINES.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`);
  if (request.url === '/robots.txt') return response.end('User-agent: *\nDisallow: /private');
  if (request.url === '/story') return response.setHeader('content-type', 'text/html; charset=utf-8').end(STORY);
  return response.writeHead(404).end('gone');
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  OUTLINES[0] = `${origin}/feed.xml`;
});
afterAll(() => server.close());

test('makes a digest of the example feeds with no network and nothing configured', async () => {
  const { code, out, err } = await byline(['digest', 'examples/feeds.opml', ...DAYS]);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^byline: 8 items of 3 feeds/) });
  expect(out).toMatch(/^Digest of Tuesday 19 May\n/);
  expect(out).toContain('Accounts differ (hangers)');
  expect(out).toContain('Also in Harbor Observer · one origin, Associated Press');
  expect(out).not.toContain('not read');
});

test('a digest as JSON is one document with its entries, and the same each time', async () => {
  const [first, again] = await Promise.all(
    [1, 2].map(() => byline(['digest', ...feeds, ...DAYS, '--json', '--most', '2'])),
  );
  const digest = JSON.parse(first?.out ?? '');
  expect(digest).toMatchObject({
    since: '2026-05-18T00:00:00.000Z',
    until: '2026-05-20T00:00:00.000Z',
    counts: { feeds: 3, items: 8, stories: 5 },
    entries: [
      { from: 'article', origins: 3, also: [{}, {}] },
      { agency: 'Associated Press', origins: 1 },
    ],
  });
  expect(digest.entries).toHaveLength(2);
  expect(digest.left).toHaveLength(3);
  expect(again?.out).toBe(first?.out);
});

test('a list of feeds at an address is read as one in a file, but names nothing of this machine', async () => {
  const env = { ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' };
  const [byList, guarded] = await Promise.all([
    byline(['digest', `${origin}/list`, ...DAYS], { env }),
    byline(['digest', `${origin}/list`, ...DAYS], { env: { ALLOW_PRIVATE_ADDRESSES: '' } }),
  ]);
  expect(byList?.code).toBe(0);
  expect(byList?.err).toMatch(/^byline: 3 items of 1 feed;/);
  expect(byList?.out).toContain('Bridge over the Sund closed');
  expect(guarded).toMatchObject({ code: 3, out: '' });
});

test('a bad feed among good ones is said, and the rest goes on; all bad is exit 3', async () => {
  const some = await byline(['digest', feeds[0] ?? '', 'no-such-feed.xml', EXAMPLE, ...DAYS]);
  expect(some.code).toBe(0);
  expect(some.err).toContain('byline: NOT_FOUND: no-such-feed.xml: ');
  expect(some.err).toContain(`byline: NOT_A_FEED: ${EXAMPLE}: `);
  expect(some.out).toMatch(/^Digest of /);
  const all = await byline(['digest', 'no-such-feed.xml', EXAMPLE, '--json']);
  expect(all).toMatchObject({ code: 3, out: '' });
  expect(all.err).toMatch(/byline: NOT_FOUND: /);
});

test('feeds and sites at addresses and in OPML lists are read through the guard, and what cannot be read is told by its feed', async () => {
  const list = path.join(mkdtempSync(path.join(tmpdir(), 'byline-digest-')), 'list.opml');
  writeFileSync(list, `<opml version="2.0"><body><outline text="Quay" xmlUrl="${origin}/feed.xml"/></body></opml>`);
  const env = { ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' };
  const [byFeed, bySite, byList, guarded] = await Promise.all([
    byline(['digest', `${origin}/feed.xml`, ...DAYS, '--json'], { env }),
    byline(['digest', `${origin}/front`, ...DAYS], { env }),
    byline(['digest', list, ...DAYS], { env }),
    byline(['digest', `${origin}/feed.xml`, ...DAYS], { env: { ALLOW_PRIVATE_ADDRESSES: '' } }),
  ]);
  rmSync(path.dirname(list), { recursive: true });
  expect(JSON.parse(byFeed?.out ?? '')).toMatchObject({
    entries: [
      // The page names no outlet; the feed does, and so nothing comes "via" the outlet itself.
      {
        title: 'Bridge over the Sund closed',
        from: 'article',
        url: `${origin}/story`,
        credit: 'Ida Holm, harbour master',
      },
      { title: 'Gone', from: 'feed', text: 'The ferry was sold to a baker. He will keep the cat.' },
      { title: 'Kept for people', from: null, text: null },
    ],
    unread: expect.arrayContaining([
      expect.objectContaining({ title: 'Gone', code: 'NOT_FOUND' }),
      // Nobody asked for this very page: robots.txt decides.
      expect.objectContaining({ title: 'Kept for people', code: 'DISALLOWED' }),
    ]),
  });
  for (const run of [bySite, byList]) expect(run?.out).toContain('not read; the feed’s own words');
  expect(guarded).toMatchObject({ code: 3, out: '' });
  expect(guarded?.err).toContain('BLOCKED_ADDRESS');
});

test('a quiet day is one line and no failure', async () => {
  const { code, out, err } = await byline(['digest', feeds[0] ?? '', '--since', '2026-06-01', '--until', '2026-06-02']);
  expect(code).toBe(0);
  expect(err).toContain('the newest is of 2026-05-19');
  expect(out).toContain('Nothing new since Mon 1 Jun, 00:00 in 1 feed.');
});

test.each([
  [['digest'], 'digest needs feeds'],
  [['digest', 'x.xml', '--since', 'soon'], '--since is written like'],
  [['digest', 'x.xml', '--since', '2026-05-20', '--until', '2026-05-19'], '--since is not before'],
  [['digest', 'x.xml', '--since', '0h'], 'more than nothing'],
  [['digest', 'x.xml', '--most', '0'], '--most is a whole number'],
  [['digest', 'x.xml', '--sort', 'x'], '--topic'],
])('%j is wrong usage, and says what is right', async (args, words) => {
  const { code, out, err } = await byline(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test('help for digest shows its options', async () => {
  for (const args of [
    ['digest', '--help'],
    ['help', 'digest'],
  ]) {
    const { code, out } = await byline(args);
    expect(code).toBe(0);
    expect(out).toContain('--since 24h');
  }
});
