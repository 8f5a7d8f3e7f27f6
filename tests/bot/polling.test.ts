/** Polling by the rules that operators of feeds ask for, against a server that writes down each request: 36 hours of its clock. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSick, planNextPoll } from '#feeds/plan-next-poll.ts';
import { readNews } from '#feeds/read-news.ts';
import { createPollFeed } from '#flow/poll-feed.ts';
import { wording } from '#render/wording.ts';
import { claimFeeds, nextPoll } from '#store/claim-feeds.ts';
import { toClaim } from '#store/create-poll-queue.ts';
import { pollFeedAt } from '../../src/bot/poll-feed-at.ts';
import { at, openMemory, type TestMemory } from '../store/a-memory.ts';
import { describeEngines } from '../store/on-both-engines.ts';
import { type Endpoint, type FeedServer, rss, serveFeeds } from './a-feed-server.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Answers 304 to whoever brings the mark of the content, which changes every so many hours. */
const marked =
  (header: 'etag' | 'last-modified', everyHours: number, more: Record<string, string> = {}, head = ''): Endpoint =>
  ({ hours, headers }) => {
    const version = Math.floor(hours / everyHours);
    const mark = header === 'etag' ? `W/"v:${version} \xe9"` : new Date(Date.UTC(2026, 0, 1 + version)).toUTCString();
    const brought = headers[header === 'etag' ? 'if-none-match' : 'if-modified-since'];
    const told = { [header]: mark, ...more };
    if (brought === mark) return { status: 304, headers: told };
    return {
      headers: told,
      body: rss(
        Array.from({ length: version + 3 }, (_, n) => n),
        head,
      ),
    };
  };

const turnedAway = (status: number, after: string): ReturnType<Endpoint> => ({
  status,
  headers: { 'retry-after': after },
});

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/etag': marked('etag', 5),
  '/modified': marked('last-modified', 7),
  '/bare': ({ n }) => ({ body: rss([n, n + 1]) }),
  '/blank-etag': ({ n }) => ({ headers: { etag: '' }, body: rss([n]) }),
  '/max-age': marked('etag', 4, { 'cache-control': 'public, max-age=18000', age: '3600' }),
  '/expires': ({ n }) => ({
    headers: { etag: `"${n}"`, expires: new Date(Date.parse('2026-03-02T08:00:00Z') + 400 * HOUR_MS).toUTCString() },
    body: rss([n]),
  }),
  '/ttl': marked('etag', 4, {}, '<ttl>300</ttl>'),
  '/period': marked(
    'etag',
    4,
    {},
    '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
  ),
  '/skip': marked(
    'etag',
    4,
    {},
    `<skipHours>${Array.from({ length: 18 }, (_, hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`,
  ),
  '/busy': ({ n }) => (n < 3 ? turnedAway(429, '14400') : { headers: { etag: '"b"' }, body: rss([n]) }),
  '/busy-until': ({ n }) =>
    n < 2
      ? turnedAway(503, new Date(Date.parse('2026-03-02T19:00:00Z')).toUTCString())
      : { headers: { etag: '"b"' }, body: rss([n]) },
  '/down': () => ({ status: 500 }),
  '/gone': ({ n }) => (n === 1 ? { headers: { etag: '"g"' }, body: rss([1]) } : { status: 410 }),
  '/moved': () => ({ status: 301, headers: { location: '/moved-here' } }),
  '/moved-here': marked('etag', 9),
  '/for-now': () => ({ status: 302, headers: { location: '/for-now-here' } }),
  '/for-now-here': marked('etag', 9),
  '/half-moved': () => ({ status: 308, headers: { location: '/half-way' } }),
  '/half-way': () => ({ status: 307, headers: { location: '/half-way-here' } }),
  '/half-way-here': marked('etag', 9),
  '/no-longer': ({ n }) => (n === 1 ? { headers: { etag: '"n"' }, body: rss([1]) } : { body: '<html>Buy this name' }),
};

/** Those that are only ever reached by a redirect. */
const TARGETS = /-here$|^\/half-way$/;

describeEngines('polling', (makePlace) => {
  let store: TestMemory;
  let server: FeedServer;
  let start: number;

  const parts = () => ({ open: store.open, clock: store.clock, news: readNews, shelves: store.shelves });
  const handler = (fixedMs: number | null) =>
    createPollFeed({
      poll: (order, signal) => pollFeedAt(order, { allow: (ip) => ip === '127.0.0.1', signal }, store.clock.now()),
      ...{ plan: planNextPoll, isSick, fixedMs, clock: store.clock, wording, wake: () => undefined },
    });

  /** Polls everything that falls due until then, the clock going from one due time to the next. */
  async function run(untilMs: number, fixedMs: number | null = null): Promise<void> {
    const handle = handler(fixedMs);
    for (;;) {
      const now = store.clock.now();
      const claimed = await claimFeeds(store.open.db, { now, leaseMs: 10 * MINUTE_MS, most: 50 });
      for (const one of claimed) await handle(toClaim(one, parts(), AbortSignal.timeout(30_000)));
      if (claimed.length > 0) continue;
      const next = await nextPoll(store.open.db, now);
      if (next === null || next.getTime() > untilMs) break;
      store.clock.pass(next.getTime() - now.getTime());
    }
    store.clock.pass(Math.max(untilMs - store.clock.now().getTime(), 0));
  }

  const follow = (path: string, channel = 'c1') =>
    store.memory.transact(({ feeds }) =>
      feeds.followUnread(at(channel), { url: `${server.origin}${path}`, title: null }, 'anna'),
    );
  const gaps = (path: string) => {
    const times = server.of(path).map((asked) => asked.at);
    return times.slice(1).map((time, n) => (time - (times[n] ?? 0)) / HOUR_MS);
  };
  const feedAt = (path: string) =>
    store.open.db.selectFrom('feed').selectAll().where('url', '=', `${server.origin}${path}`).executeTakeFirst();
  const told = async (channel: string) =>
    (
      await store.open.db
        .selectFrom('post')
        .select(['card', 'key'])
        .where('channel', '=', channel)
        .orderBy('seq')
        .execute()
    ).map(({ card }) => JSON.stringify(card));

  beforeAll(async () => {
    store = await openMemory(makePlace);
    server = await serveFeeds(ENDPOINTS, store.clock);
    start = store.clock.now().getTime();
    for (const path of Object.keys(ENDPOINTS)) if (!TARGETS.test(path)) await follow(path);
    // Another channel follows one of them as well: it is asked for once all the same.
    await follow('/etag', 'c2');
    await run(start + 36 * HOUR_MS);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  test('1, 2: validators go back byte for byte, from the second request on; a blank one never', () => {
    for (const path of ['/etag', '/modified', '/max-age', '/ttl']) {
      const [first, ...later] = server.of(path);
      expect(first).toMatchObject({ etag: undefined, modified: undefined });
      expect(later.length, path).toBeGreaterThan(2);
      for (const asked of later) expect(asked.etag ?? asked.modified, path).toBeDefined();
    }
    for (const { etag } of server.of('/etag').slice(1)) expect(etag).toMatch(/^W\/"v:\d \xe9"$/);
    for (const { etag } of server.of('/blank-etag')) expect(etag).toBeUndefined();
  });

  test('3: new validators are kept at every whole answer', () => {
    const sent = server.of('/expires').map(({ etag }) => etag);
    expect(sent).toEqual([undefined, '"1"', ...sent.slice(2)]);
    expect(new Set(server.of('/etag').map(({ etag }) => etag)).size).toBeGreaterThan(5);
  });

  test('4: an hour at least between two polls, a day where nothing marks the content', () => {
    for (const path of Object.keys(ENDPOINTS).filter((one) => !TARGETS.test(one)))
      for (const gap of gaps(path)) expect(gap, path).toBeGreaterThanOrEqual(1);
    for (const path of ['/bare', '/blank-etag'])
      for (const gap of gaps(path)) expect(gap, path).toBeGreaterThanOrEqual(24);
    expect(server.of('/bare')).toHaveLength(2);
  });

  test('5: a feed is left alone for as long as it or its server says, up to a day', () => {
    for (const gap of gaps('/max-age')) expect(gap).toBeGreaterThanOrEqual(4);
    for (const gap of [...gaps('/ttl')]) expect(gap).toBeGreaterThanOrEqual(5);
    for (const gap of gaps('/period')) expect(gap).toBeGreaterThanOrEqual(6);
    expect(gaps('/expires')).toHaveLength(1);
    expect(gaps('/expires')[0]).toBeGreaterThanOrEqual(24);
  });

  test('6: hours that it asks to skip are skipped', () => {
    const [, ...later] = server.of('/skip');
    expect(later.length).toBeGreaterThan(1);
    for (const asked of later) expect(new Date(asked.at).getUTCHours()).toBeGreaterThanOrEqual(18);
  });

  test('7: Retry-After is kept to, in seconds and as a date', () => {
    expect(
      gaps('/busy')
        .slice(0, 2)
        .every((gap) => gap >= 4),
    ).toBe(true);
    expect(server.of('/busy')[2]?.status).toBe(200);
    expect(server.of('/busy-until')[1]?.at).toBeGreaterThanOrEqual(Date.parse('2026-03-02T19:00:00Z'));
  });

  test('8: failures are tried again after pauses that double', () => {
    const found = gaps('/down');
    expect(found.length).toBeGreaterThanOrEqual(4);
    for (const [n, gap] of found.entries()) expect(gap).toBeGreaterThanOrEqual(Math.min(2 ** n, 24));
  });

  test('9: what is gone is never asked for again', async () => {
    expect(server.of('/gone')).toHaveLength(2);
    expect((await feedAt('/gone'))?.is_gone).toBe(true);
  });

  test('10: a permanent redirect moves the feed once two polls agree; a temporary one never', async () => {
    expect(server.of('/moved')).toHaveLength(2);
    expect(server.of('/moved-here').length).toBeGreaterThan(3);
    expect(await feedAt('/moved-here')).toBeDefined();
    expect(server.of('/for-now').length).toBe(server.of('/for-now-here').length);
    expect(await feedAt('/half-way')).toBeDefined();
    expect(server.of('/half-moved')).toHaveLength(2);
    expect(await feedAt('/half-way-here')).toBeUndefined();
  });

  test('11, 12: one request for all channels, by a name that says so, without query or cookie', () => {
    expect(server.of('/etag').at(-1)?.agent).toMatch(/^byline\/[\d.]+ \(.*2 subscribers\)$/);
    expect(server.of('/ttl').at(-1)?.agent).toMatch(/1 subscriber\)$/);
    expect(server.log.every(({ path }) => !path.includes('?'))).toBe(true);
  });

  test('a sick feed is told of once, in words with the remedy, and never given up', async () => {
    const cards = await told('c1');
    const about = (path: string) => cards.filter((card) => card.includes(path));
    expect(about('/down')).toHaveLength(1);
    expect(about('/down')[0]).toContain('/sources remove');
    expect(about('/gone')).toHaveLength(1);
    expect(about('/gone')[0]).toContain('gone for good');
    for (const path of ['/etag', '/bare', '/busy', '/moved']) expect(about(path), path).toHaveLength(0);
    expect(await told('c2')).toEqual([]);
    expect((await feedAt('/down'))?.is_gone).toBe(false);
  });

  test('what was there at the first poll is no news, and what came later is, once', async () => {
    const items = await store.memory.transact(({ feeds }) => feeds.items(at('c2'), new Date(start - 1), 50));
    // Three entries at first, and one more every five hours.
    const found = items.map(({ title }) => Number(title.replace('Tide table ', ''))).toSorted();
    expect(found.length).toBeGreaterThanOrEqual(6);
    expect(found).toEqual(found.map((_, n) => n + 3));
  });

  test('POLL_SECONDS takes the place of the computed pause; Retry-After and 410 still bind', async () => {
    await sql`update feed set next_poll_at = ${store.clock.now()}, may_poll_at = ${store.clock.now()}
      where url like '%/etag' or url like '%/busy'`.execute(store.open.db);
    const before = [server.of('/etag').length, server.of('/gone').length];
    await run(store.clock.now().getTime() + MINUTE_MS, 5_000);
    expect(server.of('/etag').length - (before[0] ?? 0)).toBe(13);
    expect(server.of('/gone').length).toBe(before[1]);
  });
});
