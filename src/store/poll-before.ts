import { sql } from 'kysely';
import { alignPoll } from '#core/align-poll.ts';
import type { Channel } from '#core/chat.ts';
import { parseManners } from './parse-manners.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Feeds are polled between so long before a digest needs them, each at a moment of its own; the latest leaves time for a slow one. */
const EARLIEST_BEFORE_MS = 12 * MINUTE_MS;
const LATEST_BEFORE_MS = 4 * MINUTE_MS;
/**
 * Moves the next poll of a channel's feeds to shortly before `at`, and remembers it for the polls that come before then; a digest that
 * needs the feed sooner goes first.
 */
export async function pollBefore(session: Session, channel: Channel, at: Date, now: Date): Promise<void> {
  const feeds = await session
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed')
    .select(['feed.id', 'may_poll_at', 'next_poll_at', 'wanted_at', 'read_at', 'failures', 'manners'])
    .where('platform', '=', channel.platform)
    .where('workspace', '=', channel.workspace)
    .where('channel', '=', channel.channel)
    .where('paused_at', 'is', null)
    .where('is_gone', '=', false)
    .orderBy('feed.id')
    .execute();
  const moved = feeds.flatMap((feed) => {
    const early = EARLIEST_BEFORE_MS - shareOf(feed.id) * (EARLIEST_BEFORE_MS - LATEST_BEFORE_MS);
    // A feed that may be asked once a day, and was asked late today, is asked in time from tomorrow on.
    const wanted = new Date(at.getTime() - early + (feed.may_poll_at >= at ? DAY_MS : 0));
    const isNeededSooner = feed.wanted_at !== null && feed.wanted_at > now && feed.wanted_at < wanted;
    if (isNeededSooner) return [];
    const next = alignPoll(
      {
        ...{
          planned: feed.next_poll_at,
          may: feed.may_poll_at,
          wanted: wanted > now ? wanted : new Date(now.getTime() + 1),
        },
        ...{ readAt: feed.read_at, failures: feed.failures, manners: parseManners(feed.manners) },
      },
      now,
    );
    return [{ id: feed.id, next, wanted }];
  });
  if (moved.length === 0) return;
  await sql`
    update feed set next_poll_at = one.next, wanted_at = one.wanted
    from jsonb_to_recordset(${toJsonb(moved)}::jsonb) as one (id text, next timestamptz, wanted timestamptz)
    where feed.id = one.id and (feed.lease_until is null or feed.lease_until <= ${now})
  `.execute(session);
}

/** From 0 to 1, the same for a feed every time; its id is random. */
function shareOf(id: string): number {
  return (Buffer.from(id, 'base64url').readUInt16BE(0) % 1_000) / 1_000;
}
