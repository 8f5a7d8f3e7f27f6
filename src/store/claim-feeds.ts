import { type Selectable, sql } from 'kysely';
import type { FeedTables } from './feed-tables.ts';
import { randomWord } from './random-word.ts';
import type { Database } from './schema.ts';

/** A feed in this process's hands until its lease ends. */
export type ClaimedFeed = {
  readonly row: Selectable<FeedTables['feed']>;
  readonly subscribers: number;
  /** Names this round: whoever lost the claim writes nothing down any more. */
  readonly claim: string;
};

/** So many feeds of one host are asked at once, over all processes. */
const MOST_A_HOST = 2;
/** Processes take turns at looking, or two that look at once would ask a host twice as often. Any number that nobody else uses. */
const TURN = 7_274_401;

/** What can be polled at all: not gone, not moved, not in somebody's hands, and followed by somebody who did not pause it. */
function isPollable(now: Date) {
  return sql<boolean>`
    not feed.is_gone and feed.merged_into is null and (feed.lease_until is null or feed.lease_until <= ${now})
    and exists (select 1 from subscription where subscription.feed = feed.id and subscription.paused_at is null)`;
}

/** Takes feeds that are due, the longest due first. One short transaction. */
export function claimFeeds(
  db: Database,
  options: { readonly now: Date; readonly leaseMs: number; readonly most: number },
): Promise<ClaimedFeed[]> {
  const { now, leaseMs, most } = options;
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${TURN}::bigint)`.execute(trx);
    const { rows: due } = await sql<{ id: string }>`
      select id from (
        select feed.id, feed.next_poll_at, coalesce(busy.count, 0) as busy,
               row_number() over (partition by feed.host order by feed.next_poll_at, feed.id) as nth
        from feed
        left join (select host, count(*) as count from feed where lease_until > ${now} group by host) busy
          on busy.host = feed.host
        where feed.next_poll_at <= ${now} and ${isPollable(now)}
      ) due
      where nth + busy <= ${MOST_A_HOST}::integer
      order by next_poll_at, id limit ${most}
    `.execute(trx);
    const { rows } = await sql<Selectable<FeedTables['feed']>>`
      select * from feed where id = any(${due.map(({ id }) => id)}) for update skip locked
    `.execute(trx);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const claim = randomWord();
    await trx
      .updateTable('feed')
      .set({ claim, lease_until: new Date(now.getTime() + leaseMs) })
      .where('id', 'in', ids)
      .execute();
    const followers = await trx
      .selectFrom('subscription')
      .select(['feed', sql<string>`count(*)`.as('count')])
      .where('feed', 'in', ids)
      .where('paused_at', 'is', null)
      .groupBy('feed')
      .execute();
    const counts = new Map(followers.map(({ feed, count }) => [feed, Number(count)]));
    return rows.map((row) => ({ row, subscribers: counts.get(row.id) ?? 1, claim }));
  });
}

/** When the next feed is due; null: none is to be polled. */
export async function nextPoll(db: Database, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(feed.next_poll_at) as at from feed where ${isPollable(now)}
  `.execute(db);
  return rows[0]?.at ?? null;
}
