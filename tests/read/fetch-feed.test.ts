/** A feed is asked only for what is new, by the same guarded way as a page, and whatever comes back costs little. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetchFeed } from '#read/fetch-feed.ts';
import { freshFor } from '#read/fresh-for.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, serve, servePage, serveRaw } from './serve.ts';

const FEED = '<rss><channel><title>Tides</title></channel></rss>';
const TYPE = { 'content-type': 'application/rss+xml' };

test('validators go out as they came in, and an answer of 304 brings its own', async () => {
  const seen: unknown[] = [];
  const site = await serve((request, response) => {
    const { 'if-none-match': etag, 'if-modified-since': modified, cookie, referer } = request.headers;
    seen.push([etag, modified, cookie, referer]);
    response.writeHead(304, { etag: 'W/"ny\xe9"', 'cache-control': 'max-age=600' }).end();
  });
  const etag = ' "odd ü'.trim().replace('ü', '\xfc');
  const answer = await fetchFeed(`${site.origin}/f`, { allow: loopback, etag, lastModified: 'Yesterday, noon' });
  expect(seen).toEqual([[etag, 'Yesterday, noon', undefined, undefined]]);
  expect(answer).toEqual({
    ...{ kind: 'unchanged', etag: 'W/"ny\xe9"', lastModified: null, freshForMs: 600_000, permanentUrl: null },
  });
});

test('a 304 that nobody asked for is no answer', async () => {
  const site = await serve((_, response) => response.writeHead(304).end());
  await expectProblem(fetchFeed(site.origin, { allow: loopback, etag: '' }), 'UNREACHABLE');
});

test('410 is an answer, not a failure; 404 is one; 204 and 206 are no feed', async () => {
  for (const [status, code] of [
    [404, 'NOT_FOUND'],
    [204, 'UNREACHABLE'],
    [206, 'UNREACHABLE'],
    [403, 'FORBIDDEN'],
  ] as const) {
    const site = await servePage(status === 204 ? '' : FEED, TYPE, status);
    await expectProblem(fetchFeed(site.origin, { allow: loopback }), code);
  }
  const gone = await servePage('', {}, 410);
  expect(await fetchFeed(gone.origin, { allow: loopback })).toMatchObject({ kind: 'gone' });
});

test('Retry-After is handed on, of 429 and of 503', async () => {
  for (const status of [429, 503]) {
    const site = await servePage('', { 'retry-after': '90' }, status);
    const problem = await expectProblem(
      fetchFeed(site.origin, { allow: loopback }),
      status === 429 ? 'RATE_LIMITED' : 'UNREACHABLE',
    );
    expect(problem.retryAfterMs).toBe(90_000);
  }
});

test('redirects for good count from the first hop on, up to one for now', async () => {
  const hops: Record<string, [number, string]> = {
    '/a': [301, '/b'],
    '/b': [308, '/c'],
    '/c': [302, '/d'],
    '/d': [301, '/feed'],
    '/e': [307, '/a'],
  };
  const site = await serve((request, response) => {
    const [status, location] = hops[request.url ?? ''] ?? [200, ''];
    if (status === 200) response.writeHead(200, TYPE).end(FEED);
    else response.writeHead(status, { location }).end();
  });
  const permanent = async (path: string) => {
    const answer = await fetchFeed(`${site.origin}${path}`, { allow: loopback });
    return answer.kind === 'whole' ? [answer.permanentUrl, answer.url] : null;
  };
  expect(await permanent('/a')).toEqual([`${site.origin}/c`, `${site.origin}/feed`]);
  expect(await permanent('/d')).toEqual([`${site.origin}/feed`, `${site.origin}/feed`]);
  expect(await permanent('/e')).toEqual([null, `${site.origin}/feed`]);
});

test('says who asks, for how many, and where to find them', async () => {
  const agents: unknown[] = [];
  const site = await serve((request, response) => {
    agents.push(request.headers['user-agent']);
    response.writeHead(200, TYPE).end(FEED);
  });
  await fetchFeed(site.origin, { allow: loopback, subscribers: 3, contact: 'https://byline.example' });
  expect(agents).toEqual([
    'byline/0.1.0 (+https://byline.example; news briefing bot; reads feeds for the channels that follow them; 3 subscribers)',
  ]);
});

test('a feed may come under any type but a picture, a sound or a film', async () => {
  for (const type of ['text/html', 'text/plain', 'application/octet-stream', 'application/xml;charset=x', 'nonsense']) {
    const site = await servePage(FEED, { 'content-type': type });
    expect(await fetchFeed(site.origin, { allow: loopback }), type).toMatchObject({ kind: 'whole' });
  }
  const film = await servePage(FEED, { 'content-type': 'video/mp4' });
  await expectProblem(fetchFeed(film.origin, { allow: loopback }), 'UNSUPPORTED_TYPE');
});

test('huge, endless, slow, bombs and ways inside end in a Problem', async () => {
  const ask = (origin: string, limits = {}) => fetchFeed(origin, { allow: loopback, limits });
  const huge = await servePage('', { ...TYPE, 'content-length': String(2 ** 31) });
  await expectProblem(ask(huge.origin), 'TOO_LARGE');
  const endless = await serve((_, response) => {
    response.writeHead(200, TYPE);
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  });
  await expectProblem(ask(endless.origin, { wireBytes: 1_000_000 }), 'TOO_LARGE');
  const bomb = await servePage(gzipSync(Buffer.alloc(60_000_000, 32)), { ...TYPE, 'content-encoding': 'gzip' });
  await expectProblem(ask(bomb.origin), 'TOO_LARGE');
  const silent = await serveRaw(() => undefined);
  await expectProblem(ask(silent.origin, { totalMs: 200 }), 'TOO_SLOW');
  const inside = await serve((_, response) => response.writeHead(301, { location: 'http://169.254.169.254/' }).end());
  await expectProblem(ask(inside.origin), 'BLOCKED_ADDRESS');
});

test.each([
  ['max-age=600', {}, 600_000],
  ['public, Max-Age="600"', { age: '100' }, 500_000],
  ['max-age=600', { age: '900' }, 0],
  ['no-cache, max-age=600', {}, 0],
  ['s-maxage=600', {}, null],
  ['', { expires: 'Mon, 02 Mar 2026 09:00:00 GMT', date: 'Mon, 02 Mar 2026 08:00:00 GMT' }, 3_600_000],
  ['', { expires: '0' }, 0],
  ['max-age=99999999999', {}, 30 * 86_400_000],
  ['', {}, null],
])('cache-control “%s” with %j stays fresh for %s ms', (control, others, expected) => {
  const headers: Readonly<Record<string, string>> = { 'cache-control': control, ...others };
  expect(freshFor((name) => headers[name] ?? null)).toBe(expected);
});
