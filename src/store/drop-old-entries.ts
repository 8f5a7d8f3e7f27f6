import { sql } from 'kysely';
import { TOUCHED_WITHIN_MS } from './keep-entries.ts';
import type { Database, Session } from './schema.ts';

/** So many rows in one statement: the embedded database has one connection, which nobody may hold for long. */
const AT_A_TIME = 2_000;

/**
 * Drops what is older than `before`: entries first seen before then, and what they are told again by, unless they are still in
 * their feed, where they must not come back as new; and feeds that nobody follows.
 */
export async function dropOldEntries(db: Database, before: Date): Promise<void> {
  await inParts((most) =>
    sql<{ one: number }>`
      delete from feed_item where id in (select id from feed_item where seen_at < ${before} limit ${most}) returning 1 as one
    `.execute(db),
  );
  const secondsBefore = TOUCHED_WITHIN_MS / 1_000;
  await inParts((most) =>
    sql<{ one: number }>`
      delete from feed_mark where (feed, mark) in (
        select feed_mark.feed, feed_mark.mark from feed_mark join feed on feed.id = feed_mark.feed
        where feed_mark.seen_at < ${before} and feed_mark.seen_at < feed.content_at - make_interval(secs => ${secondsBefore})
        limit ${most}) returning 1 as one
    `.execute(db),
  );
  await db.transaction().execute(dropUnusedFeeds);
}

async function inParts(drop: (most: number) => Promise<{ readonly rows: readonly unknown[] }>): Promise<void> {
  while ((await drop(AT_A_TIME)).rows.length === AT_A_TIME);
}

/**
 * Feeds that nobody follows, with their entries; one that moved stays while its new address is followed and it has entries. They are
 * locked first and looked at again then: one that somebody follows at this moment stays. Only inside a transaction.
 */
export async function dropUnusedFeeds(session: Session): Promise<number> {
  const isUnused = sql`
    not exists (select 1 from subscription where subscription.feed in (feed.id, feed.merged_into))
    or (merged_into is not null and not exists (select 1 from feed_item where feed_item.feed = feed.id))`;
  const { rows: unused } = await sql<{ id: string }>`
    select id from feed where ${isUnused} for update skip locked
  `.execute(session);
  const ids = unused.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    delete from feed where id = any(${ids}) and (${isUnused}) returning id
  `.execute(session);
  return rows.length;
}
