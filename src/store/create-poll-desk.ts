import { sql } from 'kysely';
import { alignPoll } from '#core/align-poll.ts';
import type { Polling, ReadNews } from '#core/following.ts';
import type { FeedNews, PollDesk } from '#core/polling.ts';
import { keepEntries } from './keep-entries.ts';
import type { Session } from './schema.ts';
import { storable, toJsonb } from './to-jsonb.ts';

const DAY_MS = 86_400_000;

/** What a poll writes down of one feed, whose row the transaction holds. */
export function createPollDesk(
  session: Session,
  feed: { readonly id: string; readonly wantedAt: Date | null; readonly isRead: boolean },
  parts: { readonly now: Date; readonly news: ReadNews },
): PollDesk {
  const { id, wantedAt } = feed;
  const { now } = parts;

  async function save(polling: Polling, news: FeedNews | null): Promise<void> {
    const wanted = wantedAt === null ? null : nextDaily(wantedAt, now);
    const { problem, failures, readAt, manners } = polling;
    const next = alignPoll(
      { planned: polling.nextPollAt, may: polling.mayPollAt, wanted, readAt, failures, manners },
      now,
    );
    await session
      .updateTable('feed')
      .set({
        ...{ etag: polling.etag, last_modified: polling.lastModified, read_at: readAt, moved_to: polling.movedTo },
        ...{ may_poll_at: polling.mayPollAt, next_poll_at: next, wanted_at: wanted, failures },
        ...{ problem_code: problem?.code ?? null, problem_since: problem?.since ?? null },
        problem_fact: problem === null ? null : storable(problem.fact),
        ...{ is_gone: polling.isGone, weekly: polling.weekly, manners: toJsonb(manners) },
      })
      .where('id', '=', id)
      .execute();
    if (news === null) return;
    const words = (text: string | null) => (text === null ? null : storable(text));
    await session
      .updateTable('feed')
      .set({
        ...{ site: words(news.site), language: words(news.language), content_at: now },
        // A feed that leaves its name out for once keeps it.
        ...(news.title === null ? {} : { title: storable(news.title) }),
      })
      .where('id', '=', id)
      .execute();
    await keepEntries(session, { id, language: news.language, isFirst: !feed.isRead }, news.entries, now);
  }

  return {
    save,
    async move(url) {
      const { href, host } = new URL(url);
      const key = parts.news.keyOf(href);
      const other = await session
        .selectFrom('feed')
        .select(['id', 'merged_into'])
        .where('key', '=', key)
        .where('id', '!=', id)
        .executeTakeFirst();
      const into = other?.merged_into ?? other?.id ?? null;
      // An address that once led here leads back: it is free again.
      if (into === id) await session.deleteFrom('feed').where('key', '=', key).where('id', '!=', id).execute();
      if (into === null || into === id)
        await session.updateTable('feed').set({ url: href, key, host }).where('id', '=', id).execute();
      else await merge(session, id, into);
    },
    async followers() {
      const rows = await session
        .selectFrom('subscription')
        .select(['platform', 'workspace', 'channel', 'told_since'])
        .where('feed', '=', id)
        .where('paused_at', 'is', null)
        .orderBy('seq')
        .execute();
      return rows.map(({ told_since, ...channel }) => ({ channel, toldSince: told_since }));
    },
    async noteTold({ platform, workspace, channel }, since) {
      await session
        .updateTable('subscription')
        .set({ told_since: since })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('feed', '=', id)
        .execute();
    },
  };
}

/** A digest comes day after day: what was wanted yesterday is wanted at the same time today. */
function nextDaily(at: Date, now: Date): Date {
  const days = Math.floor((now.getTime() - at.getTime()) / DAY_MS) + 1;
  return days > 0 ? new Date(at.getTime() + days * DAY_MS) : at;
}

/** All who followed the one follow the other; the entries of the one stay where they are, for what was said of them. */
async function merge(session: Session, from: string, into: string): Promise<void> {
  await sql`
    insert into subscription (platform, workspace, channel, feed, filter, paused_at, person, at)
    select platform, workspace, channel, ${into}, filter, paused_at, person, at from subscription where feed = ${from}
    on conflict do nothing
  `.execute(session);
  await session.deleteFrom('subscription').where('feed', '=', from).execute();
  await session
    .updateTable('feed')
    .set({ merged_into: into })
    .where((is) => is.or([is('id', '=', from), is('merged_into', '=', from)]))
    .execute();
}
