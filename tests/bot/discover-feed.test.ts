/** What somebody means by the address of a site: the feed is found, whatever was typed. */
import { expect, test } from 'vitest';
import { fetchFeed } from '#read/fetch-feed.ts';
import { discoverFeed } from '../../src/bot/discover-feed.ts';
import { loadOpml } from '../../src/bot/load-opml.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { expectProblem } from '../read/expect-problem.ts';
import { loopback, serve } from '../read/serve.ts';
import { rss } from './a-feed-server.ts';

const NOW = createFakeClock().now();
type Pages = Readonly<Record<string, { status?: number; headers?: Record<string, string>; body?: string }>>;

/** A site of these pages; everything else is 404. */
async function aSite(pages: Pages) {
  const asked: string[] = [];
  const site = await serve((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const { status, headers = {}, body = '' } = pages[path] ?? { status: 404 };
    response.writeHead(status ?? 200, { 'content-type': 'text/html', ...headers }).end(body);
  });
  return {
    ...site,
    asked,
    find: (path: string) => discoverFeed(`${site.origin}${path}`, (url) => fetchFeed(url, { allow: loopback }), NOW),
  };
}

const FEED = { headers: { 'content-type': 'application/rss+xml', etag: '"1"' }, body: rss([1, 2]) };
const link = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`;

test('an address that is a feed itself is that feed, with what the next poll needs', async () => {
  const site = await aSite({ '/f': FEED });
  const found = await site.find('/f');
  expect(found).toMatchObject({
    url: `${site.origin}/f`,
    others: [],
    feed: { title: 'Tides' },
    polling: { etag: '"1"' },
  });
  expect(found.polling.nextPollAt.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + 3_600_000);
  expect(site.asked).toEqual(['/f']);
});

test('a page names its feeds: the main one is taken, comments come last, what is broken is passed over', async () => {
  const page = `<head>${link('/comments', 'Comments')}${link('/broken')}${link('/main', 'News')}${link('/sport', 'Sport')}</head>`;
  const site = await aSite({
    '/': { body: page },
    '/main': FEED,
    '/sport': FEED,
    '/comments': FEED,
    '/broken': { body: 'no' },
  });
  const found = await site.find('/');
  expect(found.url).toBe(`${site.origin}/main`);
  expect(found.others).toEqual([`${site.origin}/broken`, `${site.origin}/sport`, `${site.origin}/comments`]);
});

test('a link header names a feed, and the usual places have one', async () => {
  const header = '</style.css>; rel=preload, </by-header>; rel="alternate"; type="application/atom+xml"';
  const first = await aSite({ '/': { headers: { link: header } }, '/by-header': FEED });
  expect((await first.find('/')).url).toBe(`${first.origin}/by-header`);
  const second = await aSite({ '/blog/post.html': { body: '<p>x' }, '/atom.xml': FEED });
  expect((await second.find('/blog/post.html')).url).toBe(`${second.origin}/atom.xml`);
  expect(second.asked.length).toBeLessThanOrEqual(6);
  const third = await aSite({ '/': { status: 403 }, '/feed': FEED });
  expect((await third.find('/')).url).toBe(`${third.origin}/feed`);
});

test('a host is asked six times at most, and whoever asked is told what was tried', async () => {
  const links = Array.from({ length: 20 }, (_, n) => link(`/none-${n}`)).join('');
  const site = await aSite({ '/': { body: links } });
  const problem = await expectProblem(site.find('/'), 'NOT_A_FEED');
  expect(site.asked).toHaveLength(6);
  expect(problem.message).toContain('/none-4');
});

test('an address that moved for good is kept as the new one, one that moved for now as it was given', async () => {
  const moved = (status: number) => ({ status, headers: { location: '/there' } });
  const site = await aSite({ '/good': moved(301), '/now': moved(302), '/there': FEED });
  expect((await site.find('/good')).url).toBe(`${site.origin}/there`);
  expect((await site.find('/now')).url).toBe(`${site.origin}/now`);
});

test('a page that leads inside is refused, and its inside never asked', async () => {
  const site = await aSite({ '/': { body: link('http://169.254.169.254/feed') + link('http://10.0.0.1/feed') } });
  await expectProblem(site.find('/'), 'NOT_A_FEED');
  await expectProblem(
    discoverFeed('http://10.0.0.1/', (url) => fetchFeed(url), NOW),
    'BLOCKED_ADDRESS',
  );
  await expectProblem(
    discoverFeed('file:///etc/passwd', (url) => fetchFeed(url), NOW),
    'BAD_ADDRESS',
  );
});

test.each([
  [
    'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
  ],
  ['https://old.reddit.com/r/ferries/', 'https://www.reddit.com/r/ferries/.rss'],
  ['https://github.com/harbour/tides', 'https://github.com/harbour/tides/releases.atom'],
  ['https://github.com/harbour/tides/commits/main', 'https://github.com/harbour/tides/commits.atom'],
])('%s has its feed at a place of its own', async (page, feed) => {
  const asked: string[] = [];
  const found = await discoverFeed(
    page,
    async (url) => {
      asked.push(url);
      const bytes = Buffer.from(rss([1]));
      return {
        kind: 'whole',
        url,
        contentType: null,
        bytes,
        link: null,
        etag: null,
        lastModified: null,
        freshForMs: null,
        permanentUrl: null,
      };
    },
    NOW,
  );
  expect([found.url, asked]).toEqual([feed, [feed]]);
});

test('a list of feeds is read from an address, and one that is too long or none is told', async () => {
  const outline = (n: number) => `<outline text="f" xmlUrl="https://tides.example/${n}"/>`;
  const list = (most: number) =>
    `<opml><body>${Array.from({ length: most }, (_, n) => outline(n)).join('')}</body></opml>`;
  const site = await aSite({
    '/a': { body: list(500) },
    '/b': { body: list(501) },
    '/c': { body: '<p>x' },
    '/d': { body: 'x'.repeat(3_000_000) },
  });
  const load = (path: string) => loadOpml(`${site.origin}${path}`, { allow: loopback });
  expect(await load('/a')).toHaveLength(500);
  await expectProblem(load('/b'), 'TOO_LARGE');
  await expectProblem(load('/c'), 'NOT_A_FEED');
  await expectProblem(load('/d'), 'TOO_LARGE');
});
