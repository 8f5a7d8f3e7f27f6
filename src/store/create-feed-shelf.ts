import { sql } from 'kysely';
import type { Channel } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import { feedTitle } from '#core/feed-title.ts';
import type { FeedShelf, Polling, ReadNews } from '#core/following.ts';
import { feedOfRow } from './feed-of-row.ts';
import { keepEntries } from './keep-entries.ts';
import { pollBefore } from './poll-before.ts';
import { randomWord } from './random-word.ts';
import { itemOf, recentItems } from './recent-items.ts';
import type { Session } from './schema.ts';
import { searchItems } from './search-items.ts';
import { storable, toJsonb } from './to-jsonb.ts';

const HOUR_MS = 3_600_000;

/** Feeds and who follows them. A feed is kept once, whoever follows it and by which of its addresses. */
export function createFeedShelf(session: Session, clock: Clock, news: ReadNews): FeedShelf {
  const own = ({ platform, workspace, channel }: Channel, feed: string) =>
    session
      .updateTable('subscription')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .where('feed', '=', feed);

  /** The feed's row, locked; made where there is none. */
  async function lockFeed(url: string, polling: Polling): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const { href, host } = new URL(url);
    const key = news.keyOf(href);
    const made = await session
      .insertInto('feed')
      .values({
        ...{ id: randomWord(), url: href, key, host, added_at: clock.now() },
        ...{ may_poll_at: polling.mayPollAt, next_poll_at: polling.nextPollAt, manners: toJsonb(polling.manners) },
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made !== undefined) return { id: made.id, isNew: true };
    const { rows } = await sql<{ id: string }>`
      select id from feed where id = (select coalesce(merged_into, id) from feed where key = ${key}) for update
    `.execute(session);
    const [row] = rows;
    if (row === undefined) throw new Error('a feed went away while it was being followed');
    return { id: row.id, isNew: false };
  }

  /** Whether the poller keeps it up to date: somebody follows it and it can be read. */
  async function isTended(feed: string): Promise<boolean> {
    const row = await session
      .selectFrom('feed')
      .select('id')
      .where('id', '=', feed)
      .where('is_gone', '=', false)
      .where('problem_since', 'is', null)
      .where((is) =>
        is.exists(is.selectFrom('subscription').select('feed').whereRef('subscription.feed', '=', 'feed.id')),
      )
      .executeTakeFirst();
    return row !== undefined;
  }

  async function subscribe({ platform, workspace, channel }: Channel, feed: string, person: string): Promise<boolean> {
    const made = await session
      .insertInto('subscription')
      .values({ platform, workspace, channel, feed, person, at: clock.now() })
      .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'channel', 'feed']).doNothing())
      .returning('feed')
      .executeTakeFirst();
    return made !== undefined;
  }

  return {
    async follow(channel, { url, feed, polling = null }, by) {
      const now = clock.now();
      const polled = polling ?? firstPolling(now);
      const { id, isNew: isUnknown } = await lockFeed(url, polled);
      if (isUnknown || !(await isTended(id))) {
        await session
          .updateTable('feed')
          .set({
            title: feedTitle(feed.title),
            site: feed.link === null ? null : storable(feed.link),
            language: feed.language === null ? null : storable(feed.language),
            ...{ etag: polled.etag, last_modified: polled.lastModified, read_at: now, content_at: now },
            ...{ may_poll_at: polled.mayPollAt, next_poll_at: polled.nextPollAt, weekly: polled.weekly },
            ...{ failures: 0, problem_code: null, problem_fact: null, problem_since: null, is_gone: false },
            manners: toJsonb(polled.manners),
          })
          .where('id', '=', id)
          .execute();
        await keepEntries(session, { id, language: feed.language, isFirst: true }, news.entriesOf(feed, url, now), now);
      }
      const isNew = await subscribe(channel, id, by);
      const row = await session.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      return { feed: feedOfRow(row), isNew };
    },
    async followUnread(channel, { url, title }, by) {
      const now = clock.now();
      const { id, isNew } = await lockFeed(url, { ...firstPolling(now), mayPollAt: now, nextPollAt: now });
      if (isNew && title !== null)
        await session
          .updateTable('feed')
          .set({ title: feedTitle(title) })
          .where('id', '=', id)
          .execute();
      await subscribe(channel, id, by);
    },
    async unfollow({ platform, workspace, channel }, feed) {
      await session
        .deleteFrom('subscription')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('feed', '=', feed)
        .execute();
    },
    async pause(channel, feed, pausedAt) {
      await own(channel, feed).set({ paused_at: pausedAt }).execute();
    },
    async setFilter(channel, feed, filter) {
      await own(channel, feed)
        .set({ filter: filter === null ? null : storable(filter) })
        .execute();
    },
    async followed({ platform, workspace, channel }) {
      const rows = await session
        .selectFrom('subscription')
        .innerJoin('feed', 'feed.id', 'subscription.feed')
        .selectAll('feed')
        .select(['filter', 'paused_at', 'person', 'subscription.at as followed_at'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .orderBy('subscription.seq')
        .execute();
      return rows.map((row) => ({
        feed: feedOfRow(row),
        ...{ filter: row.filter, pausedAt: row.paused_at, by: row.person, at: row.followed_at },
      }));
    },
    items: (channel, since, limit) => recentItems(session, channel, since, limit),
    search: (channel, words, since, limit) => searchItems(session, channel, words, { since, limit, now: clock.now() }),
    item: (workspace, id) => itemOf(session, workspace, id),
    pollBefore: (channel, at) => pollBefore(session, channel, at, clock.now()),
  };
}

/** For a feed of which nobody says how it was read. */
function firstPolling(now: Date): Polling {
  const later = new Date(now.getTime() + HOUR_MS);
  return {
    ...{ etag: null, lastModified: null, readAt: now, mayPollAt: later, nextPollAt: later },
    ...{ failures: 0, problem: null, isGone: false, movedTo: null, weekly: null },
    manners: { everyMs: 0, skipHours: [], skipDays: [] },
  };
}
