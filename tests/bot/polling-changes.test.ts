/** What becomes of feeds over days: one that is sick and well again, two that turn out to be one, one that a digest needs in time. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSick, planNextPoll } from '#feeds/plan-next-poll.ts';
import { readNews } from '#feeds/read-news.ts';
import { createPollFeed } from '#flow/poll-feed.ts';
import { wording } from '#render/wording.ts';
import { claimFeeds, nextPoll } from '#store/claim-feeds.ts';
import { toClaim } from '#store/create-poll-queue.ts';
import { dropOldEntries } from '#store/drop-old-entries.ts';
import { pollFeedAt } from '../../src/bot/poll-feed-at.ts';
import { at, openMemory, type TestMemory } from '../store/a-memory.ts';
import { describeEngines } from '../store/on-both-engines.ts';
import { type Endpoint, type FeedServer, rss, serveFeeds } from './a-feed-server.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const moved: ReturnType<Endpoint> = { status: 301, headers: { location: '/new' } };

describeEngines('feeds over days', (makePlace) => {
  let store: TestMemory;
  let server: FeedServer;
  let isDown = false;
  let isMoved = false;

  async function run(forMs: number): Promise<void> {
    const untilMs = store.clock.now().getTime() + forMs;
    const handle = createPollFeed({
      poll: (order, signal) => pollFeedAt(order, { allow: (ip) => ip === '127.0.0.1', signal }, store.clock.now()),
      ...{ plan: planNextPoll, isSick, fixedMs: null, clock: store.clock, wording, wake: () => undefined },
    });
    const parts = { open: store.open, clock: store.clock, news: readNews, shelves: store.shelves };
    for (;;) {
      const now = store.clock.now();
      const claimed = await claimFeeds(store.open.db, { now, leaseMs: 10 * MINUTE_MS, most: 50 });
      for (const one of claimed) await handle(toClaim(one, parts, AbortSignal.timeout(30_000)));
      if (claimed.length > 0) continue;
      const next = await nextPoll(store.open.db, now);
      if (next === null || next.getTime() > untilMs) break;
      store.clock.pass(next.getTime() - now.getTime());
    }
    store.clock.pass(Math.max(untilMs - store.clock.now().getTime(), 0));
  }
  const follow = (path: string, channel: string) =>
    store.memory.transact(({ feeds }) =>
      feeds.followUnread(at(channel), { url: `${server.origin}${path}`, title: null }, 'anna'),
    );
  const told = async (channel: string) => {
    const rows = await store.open.db
      .selectFrom('post')
      .select('card')
      .where('channel', '=', channel)
      .orderBy('seq')
      .execute();
    return rows.map(({ card }) => JSON.stringify(card));
  };
  const followed = (channel: string) => store.memory.transact(({ feeds }) => feeds.followed(at(channel)));

  beforeAll(async () => {
    store = await openMemory(makePlace);
    server = await serveFeeds(
      {
        '/weak': ({ n }) => (isDown ? { status: 500 } : { headers: { etag: `"${n}"` }, body: rss([n]) }),
        '/old': ({ n }) => (isMoved ? moved : { headers: { etag: '"o"' }, body: rss([n]) }),
        '/new': ({ hours }) => ({ headers: { etag: `"${hours}"` }, body: rss([1, 2, 3 + Math.floor(hours)]) }),
        '/bare': ({ n }) => ({ body: rss([n]) }),
        '/hourly': ({ n }) => ({ headers: { etag: `"${n}"` }, body: rss([n]) }),
      },
      store.clock,
    );
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  test('a feed that fails is told of once, also to who follows it later, and its return to all who were told', async () => {
    await follow('/weak', 'sick-1');
    await run(HOUR_MS / 2);
    isDown = true;
    await run(9 * DAY_MS);
    expect(await told('sick-1')).toHaveLength(1);
    await follow('/weak', 'sick-2');
    await run(2 * DAY_MS);
    expect(await told('sick-1')).toHaveLength(1);
    expect(await told('sick-2')).toHaveLength(1);
    const [{ feed } = { feed: null }] = await followed('sick-1');
    expect(feed?.health.problem).toMatchObject({ code: 'UNREACHABLE', fact: expect.stringContaining('500') });
    await follow('/weak', 'sick-3');
    isDown = false;
    await run(2 * DAY_MS);
    for (const channel of ['sick-1', 'sick-2']) {
      const cards = await told(channel);
      expect(cards).toHaveLength(2);
      expect(cards[1]).toContain('can be read again');
    }
    expect(await told('sick-3')).toEqual([]);
    await run(3 * DAY_MS);
    expect(await told('sick-1')).toHaveLength(2);
  });

  test('a feed that moves to the address of another becomes that one, for all its channels', async () => {
    await follow('/old', 'moved-1');
    await follow('/old', 'moved-2');
    await follow('/new', 'moved-2');
    await run(HOUR_MS);
    const [kept] = await store.memory.transact(({ feeds }) => feeds.items(at('moved-2'), new Date(0), 1));
    const old = await store.open.db
      .selectFrom('feed')
      .select('id')
      .where('url', '=', `${server.origin}/old`)
      .executeTakeFirstOrThrow();
    isMoved = true;
    await run(3 * DAY_MS);
    for (const channel of ['moved-1', 'moved-2'])
      expect((await followed(channel)).map(({ feed }) => feed.url)).toEqual([`${server.origin}/new`]);
    const asked = server.of('/old').length;
    await run(3 * DAY_MS);
    expect(server.of('/old')).toHaveLength(asked);
    expect(kept).toBeUndefined();
    // What was said of its entries can still be looked up, as long as there are any.
    const { id } = await store.open.db
      .selectFrom('feed_item')
      .select('id')
      .where('feed', '=', old.id)
      .executeTakeFirstOrThrow();
    expect(await store.memory.transact(({ feeds }) => feeds.item(at('moved-1'), id))).not.toBeNull();
    const again = await store.memory.transact(({ feeds }) =>
      feeds.follow(
        at('moved-3'),
        {
          url: `${server.origin}/old`,
          feed: { title: null, link: null, description: null, language: null, items: [] },
        },
        'anna',
      ),
    );
    expect(again.feed.url).toBe(`${server.origin}/new`);
    await dropOldEntries(store.open.db, store.clock.now());
    expect(await store.open.db.selectFrom('feed').select('id').where('id', '=', old.id).execute()).toEqual([]);
  });

  test('a digest has what there is shortly before, also of a feed that may be asked once a day', async () => {
    await follow('/bare', 'digest');
    await follow('/hourly', 'digest');
    await run(HOUR_MS);
    for (let day = 0; day < 5; day++) {
      const now = store.clock.now();
      const digestAt = new Date(Math.ceil(now.getTime() / DAY_MS) * DAY_MS + 8 * HOUR_MS);
      await run(digestAt.getTime() - now.getTime() - 15 * MINUTE_MS);
      await store.memory.transact(({ feeds }) => feeds.pollBefore(at('digest'), digestAt));
      await run(15 * MINUTE_MS);
      // The first days find a feed that was asked at another time of the day.
      if (day < 2) continue;
      for (const path of ['/bare', '/hourly']) {
        const last = server.of(path).at(-1)?.at ?? 0;
        expect((digestAt.getTime() - last) / MINUTE_MS, `${path}, day ${day}`).toBeLessThanOrEqual(12);
      }
    }
    const times = server.of('/bare').map((asked) => asked.at);
    for (const [n, time] of times.entries())
      if (n > 0) expect(time - (times[n - 1] ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
  });
});
