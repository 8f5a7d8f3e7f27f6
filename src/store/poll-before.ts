import { sql } from 'kysely';
import type { Channel } from '#core/chat.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

const MINUTE_MS = 60_000;

/** Feeds are polled between so long before a digest needs them, each at a moment of its own; the latest leaves time for a slow one. */
const EARLIEST_BEFORE_MS = 12 * MINUTE_MS;
const LATEST_BEFORE_MS = 4 * MINUTE_MS;
/** A poll that would come so shortly before that none could follow waits for that moment. */
const WAITS_MS = 60 * MINUTE_MS;

/**
 * Moves the next poll of a channel's feeds to shortly before `at`: earlier where politeness allows it, or later by up to an hour,
 * unless another digest needs the feed sooner.
 */
export async function pollBefore(session: Session, channel: Channel, at: Date, now: Date): Promise<void> {
  const feeds = await session
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed')
    .select(['feed.id', 'may_poll_at', 'next_poll_at', 'wanted_at'])
    .where('platform', '=', channel.platform)
    .where('workspace', '=', channel.workspace)
    .where('channel', '=', channel.channel)
    .where('paused_at', 'is', null)
    .where('is_gone', '=', false)
    .orderBy('feed.id')
    .execute();
  const moved = feeds.flatMap((feed) => {
    const wanted = at.getTime() - EARLIEST_BEFORE_MS + shareOf(feed.id) * (EARLIEST_BEFORE_MS - LATEST_BEFORE_MS);
    const planned = feed.next_poll_at.getTime();
    const needed = feed.wanted_at?.getTime() ?? Number.NEGATIVE_INFINITY;
    const isNeededSooner = needed > now.getTime() && needed < wanted;
    const waits = planned < wanted && planned > wanted - WAITS_MS && planned > now.getTime();
    const next = Math.max(wanted, now.getTime(), feed.may_poll_at.getTime());
    if (isNeededSooner || next >= at.getTime() || (next >= planned && !waits)) return [];
    return { id: feed.id, next: new Date(next) };
  });
  if (moved.length === 0) return;
  await sql`
    update feed set next_poll_at = one.next, wanted_at = one.next
    from jsonb_to_recordset(${toJsonb(moved)}::jsonb) as one (id text, next timestamptz)
    where feed.id = one.id and (feed.lease_until is null or feed.lease_until <= ${now})
  `.execute(session);
}

/** From 0 to 1, the same for a feed every time; its id is random. */
function shareOf(id: string): number {
  return (Buffer.from(id, 'base64url').readUInt16BE(0) % 1_000) / 1_000;
}
