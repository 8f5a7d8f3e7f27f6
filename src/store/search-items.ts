import { sql } from 'kysely';
import type { Channel } from '#core/chat.ts';
import type { NewsItem } from '#core/following.ts';
import { ITEM_COLUMNS, isFollowedSince, passing } from './recent-items.ts';
import type { Session } from './schema.ts';
import { searchConfiguration, searchWords } from './search-words.ts';

/** Nobody looks for more words at once. */
const MOST_WORDS = 12;
const LONGEST_WORD = 60;
/** What is as good and two days younger comes first. */
const HALF_LIFE_S = 2 * 86_400;
/** Filters are applied to the best, so that a strict one leaves some. */
const LOOKED_AT_FOR_ONE = 20;

/**
 * Entries that have at least half of the words, the best first: most words, then where they stand and how fresh the entry is.
 * Word forms by the languages of the channel's feeds; words that say nothing in one of them ("the", "die") do not count,
 * unless all are such.
 */
export async function searchItems(
  session: Session,
  channel: Channel,
  words: string,
  options: { readonly since: Date; readonly limit: number; readonly now: Date },
): Promise<NewsItem[]> {
  const queries = await queriesFor(session, channel, words);
  if (queries.length === 0) return [];
  const any = sql.join(
    queries.map((query) => sql`${query}::tsquery`),
    sql` || `,
  );
  const hits = sql.join(
    queries.map((query) => sql`(item.words @@ ${query}::tsquery)::integer`),
    sql` + `,
  );
  const ageS = sql`greatest(0, extract(epoch from ${options.now}::timestamptz - item.sort_at))`;
  const { rows } = await sql<Parameters<typeof passing>[0][number]>`
    select ${ITEM_COLUMNS}
    from subscription join feed on feed.id = subscription.feed join feed_item item on item.feed = feed.id
    where ${isFollowedSince(channel, options.since)} and item.words @@ (${any}) and 2 * (${hits}) >= ${queries.length}::integer
    order by (${hits}) desc, ts_rank(item.words, ${any}) / (1 + ${ageS} / ${HALF_LIFE_S}::integer) desc, item.id
    limit ${options.limit * LOOKED_AT_FOR_ONE}
  `.execute(session);
  return passing(rows).slice(0, options.limit);
}

/** One query for each word that says something. */
async function queriesFor(session: Session, channel: Channel, words: string): Promise<string[]> {
  const feeds = await session
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed')
    .select('language')
    .distinct()
    .where('platform', '=', channel.platform)
    .where('workspace', '=', channel.workspace)
    .where('channel', '=', channel.channel)
    .execute();
  const rules = [...new Set(feeds.map(({ language }) => searchConfiguration(language)))];
  if (rules.length === 0) return [];
  const written = words
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD).toWellFormed());
  const asked: { readonly query: string; readonly says: boolean }[] = [];
  for (const word of written) {
    const forms = rules.map((rule) => sql`plainto_tsquery(${rule}::regconfig, ${word}::text)`);
    const saying = sql.join(
      forms.map((form) => sql`numnode(${form}) > 0`),
      sql` and `,
    );
    const { rows } = await sql<{ query: string; says: boolean }>`
      select (${sql.join(forms, sql` || `)} || plainto_tsquery('simple', ${searchWords(word)}::text))::text as query,
             ${saying} as says
    `.execute(session);
    asked.push(...rows.filter(({ query }) => query !== ''));
  }
  const telling = asked.filter(({ says }) => says);
  return (telling.length > 0 ? telling : asked).map(({ query }) => query);
}
