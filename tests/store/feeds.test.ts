/** What the bot remembers of feeds: who follows them, what they brought, and what was there already. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feed } from '#core/feed.ts';
import type { FeedShelf } from '#core/following.ts';
import { readNews } from '#feeds/read-news.ts';
import { dropOldTexts } from '#store/drop-old-texts.ts';
import { eraseWorkspace } from '#store/erase-workspace.ts';
import { keepEntries } from '#store/keep-entries.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { aFeed, anItem } from './a-feed.ts';
import { at, openMemory, type TestMemory } from './a-memory.ts';
import { describeEngines } from './on-both-engines.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONG_AGO = new Date('2000-01-01T00:00:00Z');

describeEngines('feeds', (makePlace) => {
  let store: TestMemory;
  const feeds = <T>(work: (shelf: FeedShelf) => Promise<T>) => store.memory.transact((shelves) => work(shelves.feeds));
  const follow = (channel: string, url: string, feed: Feed, workspace = 'w1') =>
    feeds((shelf) => shelf.follow(at(channel, workspace), { url, feed }, 'anna'));
  /** A later reading of a feed, as the poller records it. */
  const reread = (id: string, feed: Feed) =>
    store.open.db.transaction().execute(async (trx) => {
      const now = store.clock.now();
      await trx.updateTable('feed').set({ content_at: now }).where('id', '=', id).execute();
      return keepEntries(
        trx,
        { id, language: feed.language, isFirst: false },
        readNews.entriesOf(feed, 'https://harbour.example/feed', now),
        now,
      );
    });
  const titles = (channel: string, since: Date) =>
    feeds(async (shelf) => (await shelf.items(at(channel), since, 50)).map(({ title }) => title));
  const ago = (ms: number) => new Date(store.clock.now().getTime() - ms);
  const isoAgo = (ms: number) => ago(ms).toISOString();
  let count = 0;
  const anAddress = () => `https://harbour.example/feed-${++count}.xml`;

  beforeAll(async () => {
    store = await openMemory(makePlace);
  });
  afterAll(() => store.close());

  test('a feed is kept once for all channels, under whichever of its addresses they follow it', async () => {
    const first = await follow('c1', 'https://www.harbour.example/all.xml?utm_source=x', aFeed([anItem(1)]));
    const again = await follow('c1', 'http://harbour.example/all.xml', aFeed([anItem(1)]));
    const other = await follow('c2', 'https://harbour.example/all.xml/', aFeed([anItem(1)]));
    expect([first.isNew, again.isNew, other.isNew]).toEqual([true, false, true]);
    expect(new Set([first, again, other].map(({ feed }) => feed.id)).size).toBe(1);
    expect(first.feed).toMatchObject({
      ...{ title: 'The Harbour Post', site: 'https://harbour.example/', language: 'en' },
      health: { failures: 0, problem: null, isGone: false, readAt: store.clock.now() },
    });
    const [subscription] = await feeds((shelf) => shelf.followed(at('c2')));
    expect(subscription).toMatchObject({ by: 'anna', filter: null, pausedAt: null, at: store.clock.now() });
    await feeds((shelf) => shelf.unfollow(at('c1'), first.feed.id));
    expect(await feeds((shelf) => shelf.followed(at('c1')))).toEqual([]);
    expect(await feeds((shelf) => shelf.followed(at('c2')))).toHaveLength(1);
  });

  test('what was there at the first reading is no news, unless it was published since', async () => {
    const items = [
      anItem(1, { publishedAt: isoAgo(30 * HOUR_MS) }),
      anItem(2, { publishedAt: isoAgo(2 * HOUR_MS) }),
      anItem(3),
    ];
    const { feed } = await follow('first', anAddress(), aFeed(items));
    expect(await titles('first', ago(DAY_MS))).toEqual(['Ferry number 2 sails']);
    store.clock.pass(HOUR_MS);
    await reread(feed.id, aFeed([...items, anItem(4), anItem(5, { publishedAt: isoAgo(9 * DAY_MS) })]));
    expect(await titles('first', ago(DAY_MS))).toEqual(['Ferry number 4 sails', 'Ferry number 2 sails']);
    const [newest] = await feeds((shelf) => shelf.items(at('first'), ago(DAY_MS), 1));
    expect(newest).toEqual({
      ...{ id: expect.stringMatching(/^[\w-]{22}$/), feed: feed.id, outlet: 'The Harbour Post' },
      ...{ url: 'https://harbour.example/story/4', title: 'Ferry number 4 sails' },
      ...{ summary: 'The ferry left pier 4 & came back.', publishedAt: null, newAt: store.clock.now() },
    });
  });

  test('a touched date, id, address or title does not repeat an item', async () => {
    const seen = isoAgo(5 * HOUR_MS);
    const { feed } = await follow('touched', anAddress(), aFeed([anItem(1, { publishedAt: seen }), anItem(2)]));
    store.clock.pass(HOUR_MS);
    const touches = [
      { publishedAt: isoAgo(0) },
      { id: 'another' },
      { id: 'a third', url: 'https://www.harbour.example/story/1/?utm_medium=rss#top' },
      { id: 'a third', url: 'https://moved.example/ferries/1' },
      { id: 'a fourth', title: 'Ferry number 1 sails, at last', url: 'https://harbour.example/story/1' },
      { id: 'a fifth', url: 'https://elsewhere.example/1', publishedAt: seen, title: 'Ferry number 1 sails' },
    ];
    for (const touch of touches)
      expect(await reread(feed.id, aFeed([anItem(1, { publishedAt: seen, ...touch })])), JSON.stringify(touch)).toBe(0);
    expect(
      await reread(feed.id, aFeed([anItem(2, { id: 'x', publishedAt: isoAgo(0), summary: 'Other words.' })])),
    ).toBe(0);
    expect(await reread(feed.id, aFeed([anItem(3)]))).toBe(1);
    expect(await reread(feed.id, aFeed([anItem(3, { title: 'Ferry number 3 is late' })]))).toBe(0);
    expect(await titles('touched', ago(HOUR_MS / 2))).toEqual(['Ferry number 3 is late']);
  });

  test('entries that share an address, a title or an id are told apart all the same', async () => {
    const home = 'https://harbour.example/';
    const log = (n: number) => anItem(n, { id: `${home}log#${n}`, url: `${home}log#${n}`, title: `Entry ${n}` });
    const { feed } = await follow('shared', anAddress(), aFeed([log(1), log(2)]));
    store.clock.pass(HOUR_MS);
    expect(await reread(feed.id, aFeed([log(2), log(3)]))).toBe(1);
    expect(await reread(feed.id, aFeed([log(2), log(3), log(4)]))).toBe(1);
    const notice = (n: number) => anItem(n, { url: home, title: 'Lock gate closed' });
    expect(await reread(feed.id, aFeed([notice(10), notice(11)]))).toBe(2);
    expect(await reread(feed.id, aFeed([notice(10), notice(11), notice(12)]))).toBe(1);
    const weather = (n: number) =>
      anItem(n, { url: `${home}weather`, title: `Weather of day ${n}`, publishedAt: isoAgo(0) });
    expect(await reread(feed.id, aFeed([weather(20)]))).toBe(1);
    store.clock.pass(DAY_MS + HOUR_MS);
    expect(await reread(feed.id, aFeed([weather(21)]))).toBe(1);
    expect(await reread(feed.id, aFeed([weather(21)]))).toBe(0);
  });

  test('dates that cannot be count as none', async () => {
    const items = [
      anItem(1, { publishedAt: '1994-12-31T00:00:00.000Z' }),
      anItem(2, { publishedAt: isoAgo(-2 * DAY_MS) }),
      anItem(3, { publishedAt: isoAgo(-HOUR_MS) }),
    ];
    const { feed } = await follow('dates', anAddress(), aFeed([anItem(9)]));
    await reread(feed.id, aFeed(items));
    const found = await feeds((shelf) => shelf.items(at('dates'), ago(1), 9));
    expect(Object.fromEntries(found.map(({ title, publishedAt }) => [title.slice(0, 14), publishedAt]))).toEqual({
      'Ferry number 1': null,
      'Ferry number 2': null,
      'Ferry number 3': ago(-HOUR_MS),
    });
  });

  test('filters take words, quotations and a minus; capitals and accents aside', async () => {
    const { feed } = await follow('filters', anAddress(), aFeed([anItem(9)]));
    const add = [
      'Čapek statue unveiled',
      'Harbour strike goes on',
      'Strikes end in Málaga',
      'Goal: United strike late',
    ];
    await reread(feed.id, aFeed(add.map((title, n) => anItem(100 + n, { title, summary: null }))));
    const under = async (filter: string | null) => {
      await feeds((shelf) => shelf.setFilter(at('filters'), feed.id, filter));
      return (await titles('filters', ago(1))).toSorted();
    };
    expect(await under(null)).toHaveLength(4);
    expect(await under('capek, MALAGA')).toEqual(['Strikes end in Málaga', 'Čapek statue unveiled']);
    expect(await under('strike -united')).toEqual(['Harbour strike goes on', 'Strikes end in Málaga']);
    expect(await under('“goes on”')).toEqual(['Harbour strike goes on']);
    expect(await under('-"strike goes" -goal')).toEqual(['Strikes end in Málaga', 'Čapek statue unveiled']);
    expect(await under('oal')).toEqual([]);
  });

  test('a paused feed brings nothing until it is resumed', async () => {
    const { feed } = await follow('paused', anAddress(), aFeed([]));
    await reread(feed.id, aFeed([anItem(1)]));
    await feeds((shelf) => shelf.pause(at('paused'), feed.id, store.clock.now()));
    expect((await feeds((shelf) => shelf.followed(at('paused'))))[0]?.pausedAt).toEqual(store.clock.now());
    expect(await titles('paused', ago(1))).toEqual([]);
    await feeds((shelf) => shelf.pause(at('paused'), feed.id, null));
    expect(await titles('paused', ago(1))).toHaveLength(1);
  });

  test('a search finds word forms of the feed’s language, parts of unspaced scripts, and the best first', async () => {
    const english = await follow('search', anAddress(), aFeed([]));
    const german = await follow('search', anAddress(), aFeed([], { language: 'de-DE' }));
    await reread(
      english.feed.id,
      aFeed([
        anItem(1, { title: 'Ministers weigh new tariffs on timber', summary: 'A vote is near.' }),
        anItem(2, { title: 'Timber prices fall', summary: 'Nobody knows why; a tariff is one guess.' }),
        anItem(3, { title: '港湾のストライキが終わる', summary: null }),
        anItem(4, { title: 'The weather', summary: 'It is the weather.' }),
      ]),
    );
    await reread(
      german.feed.id,
      aFeed([anItem(5, { title: 'Häuser am Hafen verkauft', summary: 'Gericht prüft.' })], { language: 'de-DE' }),
    );
    const search = (words: string) =>
      feeds(async (shelf) => (await shelf.search(at('search'), words, ago(1), 10)).map(({ title }) => title));
    expect(await search('tariff timber')).toEqual(['Ministers weigh new tariffs on timber', 'Timber prices fall']);
    expect(await search('the tariffs and the Haus')).toContain('Häuser am Hafen verkauft');
    expect(await search('haus')).toEqual(['Häuser am Hafen verkauft']);
    expect(await search('hauser')).toEqual(['Häuser am Hafen verkauft']);
    expect(await search('ストライキ')).toEqual(['港湾のストライキが終わる']);
    for (const odd of ['', '  ', "'; drop table feed; --", 'a:*|b&!(', '\0\ud800', '-'.repeat(9_000)])
      expect(Array.isArray(await search(odd))).toBe(true);
  });

  test('an entry is there for the workspaces that follow its feed, and for no other', async () => {
    const { feed } = await follow('c1', anAddress(), aFeed([]), 'mine');
    await reread(feed.id, aFeed([anItem(1)]));
    const [item] = await feeds((shelf) => shelf.items(at('c1', 'mine'), ago(1), 1));
    expect(await feeds((shelf) => shelf.item(at('c2', 'mine'), item?.id ?? ''))).toEqual(item);
    expect(await feeds((shelf) => shelf.item(at('c1', 'yours'), item?.id ?? ''))).toBeNull();
    expect(await feeds((shelf) => shelf.item(at('c1', 'mine'), 'x'))).toBeNull();
  });

  test('a feed that was imported unread is due at once, and its first reading is no news', async () => {
    const url = anAddress();
    await feeds((shelf) => shelf.followUnread(at('import'), { url, title: 'From a list' }, 'anna'));
    await feeds((shelf) => shelf.followUnread(at('import'), { url, title: 'Another name' }, 'anna'));
    expect(await feeds((shelf) => shelf.followed(at('import')))).toMatchObject([
      { feed: { url, title: 'From a list', health: { readAt: null, nextPollAt: store.clock.now() } } },
    ]);
  });

  test('old entries are dropped, and one that is still in the feed does not come back as new', async () => {
    const { feed } = await follow('old', anAddress(), aFeed([]));
    await reread(feed.id, aFeed([anItem(1), anItem(2)]));
    store.clock.pass(20 * DAY_MS);
    await reread(feed.id, aFeed([anItem(1), anItem(3)]));
    store.clock.pass(20 * DAY_MS);
    await dropOldTexts(store.open.db, ago(30 * DAY_MS), restoreBriefing);
    expect(await titles('old', LONG_AGO)).toEqual(['Ferry number 3 sails']);
    expect(await reread(feed.id, aFeed([anItem(1), anItem(3)]))).toBe(0);
    // Unchanged for longer than anything is kept: what was in the last reading is still there.
    store.clock.pass(90 * DAY_MS);
    await dropOldTexts(store.open.db, ago(30 * DAY_MS), restoreBriefing);
    expect(await titles('old', LONG_AGO)).toEqual([]);
    expect(await reread(feed.id, aFeed([anItem(1), anItem(3), anItem(2)]))).toBe(1);
  });

  test('a feed that nobody follows is dropped, and a channel that is left follows nothing', async () => {
    const url = anAddress();
    const { feed } = await follow('leaving', url, aFeed([anItem(1)]));
    const exists = async () =>
      (await store.open.db.selectFrom('feed').select('id').where('id', '=', feed.id).execute()).length;
    await dropOldTexts(store.open.db, ago(30 * DAY_MS), restoreBriefing);
    expect(await exists()).toBe(1);
    await store.memory.transact(({ channels }) => channels.leave(at('leaving')));
    expect(await feeds((shelf) => shelf.followed(at('leaving')))).toEqual([]);
    await dropOldTexts(store.open.db, ago(30 * DAY_MS), restoreBriefing);
    expect(await exists()).toBe(0);
    const { rows } = await sql`select 1 from feed_mark where feed = ${feed.id}`.execute(store.open.db);
    expect(rows).toEqual([]);
  });

  test('a workspace that is erased takes the feeds with it that nobody else follows', async () => {
    const [shared, own] = [anAddress(), anAddress()];
    await follow('c1', shared, aFeed([]), 'erased');
    await follow('c1', shared, aFeed([]), 'w1');
    await follow('c1', own, aFeed([]), 'erased');
    await eraseWorkspace({ platform: 'fake', workspace: 'erased' }, store.open.db);
    const rows = await store.open.db.selectFrom('feed').select('url').where('url', 'in', [shared, own]).execute();
    expect(rows).toEqual([{ url: shared }]);
  });

  test('a digest has its feeds polled shortly before, as far as politeness allows', async () => {
    const urls = [anAddress(), anAddress(), anAddress(), anAddress()];
    for (const url of urls) await follow('digest', url, aFeed([]));
    const [early, late, impolite, soon] = urls;
    const inMinutes = (minutes: number) => ago(-minutes * 60_000);
    const plan = (url: string | undefined, next: number, may: number) =>
      store.open.db
        .updateTable('feed')
        .set({ next_poll_at: inMinutes(next), may_poll_at: inMinutes(may) })
        .where('url', '=', url ?? '')
        .execute();
    await plan(early, 10, 5);
    await plan(late, 600, 30);
    await plan(impolite, 150, 150);
    await plan(soon, 90, 60);
    await feeds((shelf) => shelf.pollBefore(at('digest'), inMinutes(120)));
    const next = async (url: string | undefined) => {
      const row = await store.open.db
        .selectFrom('feed')
        .select('next_poll_at')
        .where('url', '=', url ?? '')
        .executeTakeFirstOrThrow();
      return (row.next_poll_at.getTime() - store.clock.now().getTime()) / 60_000;
    };
    expect(await next(early)).toBe(10);
    expect(await next(impolite)).toBe(150);
    for (const url of [late, soon]) {
      expect(await next(url)).toBeGreaterThanOrEqual(108);
      expect(await next(url)).toBeLessThanOrEqual(116);
    }
    const before = await next(soon);
    await feeds((shelf) => shelf.pollBefore(at('digest'), inMinutes(150)));
    expect(await next(soon)).toBe(before);
  });
});
