import { type SqlBool, sql } from 'kysely';
import type { Channel, Workspace } from '#core/chat.ts';
import type { NewsItem } from '#core/following.ts';
import { matchFilter } from '#core/match-filter.ts';
import type { Session } from './schema.ts';

/** So many are held against the channel's filters; a channel that gets more in a day reads none of it. */
const MOST_LOOKED_AT = 5_000;

type ItemRow = Pick<NewsItem, 'id' | 'feed' | 'url' | 'title' | 'summary'> & {
  readonly outlet: string;
  readonly published_at: Date | null;
  readonly new_at: Date | null;
  readonly filter: string | null;
};

/** Entries that a channel's feeds brought, as joined with what it follows: `item`, `feed` and `subscription`. */
export const ITEM_COLUMNS = sql`
  item.id, item.feed, coalesce(feed.title, feed.host) as outlet, item.url, item.title, item.summary, item.published_at,
  item.new_at, subscription.filter`;

/** Since when an entry is news here: as it came, or where it was there already, as it was published. */
export function isFollowedSince({ platform, workspace, channel }: Channel, since: Date) {
  return sql<SqlBool>`
    subscription.platform = ${platform} and subscription.workspace = ${workspace} and subscription.channel = ${channel}
    and subscription.paused_at is null and coalesce(item.new_at, item.published_at) > ${since}`;
}

/** What came since then and passes the filters, the newest first. */
export async function recentItems(session: Session, channel: Channel, since: Date, limit: number): Promise<NewsItem[]> {
  const { rows } = await sql<ItemRow>`
    select ${ITEM_COLUMNS}
    from subscription join feed on feed.id = subscription.feed join feed_item item on item.feed = feed.id
    where ${isFollowedSince(channel, since)}
    order by item.sort_at desc, item.id limit ${MOST_LOOKED_AT}
  `.execute(session);
  return passing(rows).slice(0, limit);
}

/** An entry of a feed that somebody in this workspace follows, also where the feed has moved since. */
export async function itemOf(
  session: Session,
  { platform, workspace }: Workspace,
  id: string,
): Promise<NewsItem | null> {
  const { rows } = await sql<ItemRow>`
    select ${ITEM_COLUMNS}
    from feed_item item join feed on feed.id = item.feed
      join subscription on subscription.feed in (feed.id, feed.merged_into)
    where item.id = ${id} and subscription.platform = ${platform} and subscription.workspace = ${workspace}
    limit 1
  `.execute(session);
  const [row] = rows;
  return row === undefined ? null : itemOfRow(row);
}

export function passing(rows: readonly ItemRow[]): NewsItem[] {
  return rows.filter(({ filter, title, summary }) => matchFilter(filter, `${title}\n${summary ?? ''}`)).map(itemOfRow);
}

function itemOfRow(row: ItemRow): NewsItem {
  const { id, feed, outlet, url, title, summary } = row;
  return { id, feed, outlet, url, title, summary, publishedAt: row.published_at, newAt: row.new_at };
}
