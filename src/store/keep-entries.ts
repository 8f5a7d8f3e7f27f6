import { sql } from 'kysely';
import type { NewsEntry } from '#core/following.ts';
import { randomWord } from './random-word.ts';
import type { Session } from './schema.ts';
import { searchConfiguration, searchWords } from './search-words.ts';
import { storable, toJsonb } from './to-jsonb.ts';

const DAY_MS = 86_400_000;

/** An address that names an entry of another title a day later is a page that is written anew, as the weather is. */
const PAGE_LASTS_MS = DAY_MS;
/** What is older when it is first seen was moved or dug out: it is no news. */
const NEWS_UNTIL_MS = 7 * DAY_MS;
/** Of one reading no more are kept with their words; the others' marks are. */
const MOST_KEPT = 200;
/** That an entry is still in the feed is written down once a day. */
const TOUCH_AFTER_MS = DAY_MS / 2;
/** By then every mark of what is still in the feed was touched: see `dropOldEntries`. */
export const TOUCHED_WITHIN_MS = DAY_MS;

type Known = {
  readonly mark: string;
  readonly item: string | null;
  readonly published_at: Date | null;
  readonly seen_at: Date;
};
type Fresh = { readonly id: string | null; readonly entry: NewsEntry };

/**
 * Keeps what a reading brought: new entries with their words, changed ones under the id they had. `isFirst`: the feed was never
 * read before, so that nothing of it is new. Only inside a transaction that holds the feed's row. @returns how many are new.
 */
export async function keepEntries(
  session: Session,
  feed: { readonly id: string; readonly language: string | null; readonly isFirst: boolean },
  entries: readonly NewsEntry[],
  now: Date,
): Promise<number> {
  const marks = [...new Set(entries.flatMap(({ marks, page }) => (page === null ? marks : [...marks, page])))];
  const { rows } = await sql<Known>`
    select mark, item, published_at, seen_at from feed_mark
    where feed = ${feed.id} and mark in (select jsonb_array_elements_text(${toJsonb(marks)}::jsonb))
  `.execute(session);
  const known = new Map(rows.map((row) => [row.mark, row]));
  const stored = new Set(rows);
  const fresh: Fresh[] = [];
  const changed: { id: string; entry: NewsEntry }[] = [];
  const learned = new Map<string, { item: string | null; published: Date | null }>();
  for (const entry of entries) {
    const before = recognise(entry, known);
    if (before === null) {
      const id = fresh.length < MOST_KEPT ? randomWord() : null;
      fresh.push({ id, entry });
      learn(entry, { item: id, published_at: entry.publishedAt }, true);
    } else {
      if (before.item !== null && stored.has(before)) changed.push({ id: before.item, entry });
      learn(entry, before, false);
    }
  }
  await addItems(session, feed, fresh, now);
  await changeItems(session, feed.language, changed);
  await addMarks(session, feed.id, learned, now);
  await touchMarks(session, feed.id, rows, now);
  return fresh.filter(({ entry }) => isNews(feed, entry, now)).length;

  /** All names of an entry lead to it from now on; a page that was written anew names the new entry. */
  function learn(entry: NewsEntry, to: Pick<Known, 'item' | 'published_at'>, isNew: boolean): void {
    const names = entry.marks.filter((mark) => !known.has(mark));
    if (entry.page !== null && (isNew || !known.has(entry.page))) names.push(entry.page);
    for (const mark of names) {
      learned.set(mark, { item: to.item, published: to.published_at });
      known.set(mark, { mark, item: to.item, published_at: to.published_at, seen_at: now });
    }
  }
}

function recognise({ marks, page, publishedAt }: NewsEntry, known: ReadonlyMap<string, Known>): Known | null {
  for (const mark of marks) {
    const found = known.get(mark);
    if (found !== undefined) return found;
  }
  const found = page === null ? undefined : known.get(page);
  if (found === undefined) return null;
  const isLater =
    publishedAt !== null &&
    found.published_at !== null &&
    publishedAt.getTime() - found.published_at.getTime() > PAGE_LASTS_MS;
  return isLater ? null : found;
}

function isNews(feed: { readonly isFirst: boolean }, { publishedAt }: NewsEntry, now: Date): boolean {
  return !feed.isFirst && (publishedAt === null || now.getTime() - publishedAt.getTime() < NEWS_UNTIL_MS);
}

async function addItems(
  session: Session,
  feed: { readonly id: string; readonly language: string | null; readonly isFirst: boolean },
  fresh: readonly Fresh[],
  now: Date,
): Promise<void> {
  const items = fresh.flatMap(({ id, entry }) => {
    if (id === null) return [];
    const newAt = isNews(feed, entry, now) ? now : null;
    const published = entry.publishedAt;
    // A date ahead of the clock would stand above everything until it has come.
    const sortAt = published === null || published > now ? now : published;
    return { id, ...wordsOf(entry), url: entry.url, published, newAt, sortAt };
  });
  if (items.length === 0) return;
  await sql`
    insert into feed_item (id, feed, url, title, summary, published_at, new_at, seen_at, sort_at, words)
    select one.id, ${feed.id}, one.url, one.title, one.summary, one.published, one."newAt", ${now}, one."sortAt",
           ${vectorOf(feed.language)}
    from jsonb_to_recordset(${toJsonb(items)}::jsonb) as one (
      id text, url text, title text, summary text, published timestamptz, "newAt" timestamptz, "sortAt" timestamptz,
      "plainTitle" text, "plainSummary" text)
  `.execute(session);
}

/** An entry that is written anew is the same entry in its new words. */
async function changeItems(
  session: Session,
  language: string | null,
  changed: readonly { readonly id: string; readonly entry: NewsEntry }[],
): Promise<void> {
  const items = changed.map(({ id, entry }) => ({ id, ...wordsOf(entry), url: entry.url }));
  if (items.length === 0) return;
  await sql`
    update feed_item set title = one.title, summary = one.summary, url = coalesce(one.url, feed_item.url),
           words = ${vectorOf(language)}
    from jsonb_to_recordset(${toJsonb(items)}::jsonb) as one (
      id text, url text, title text, summary text, "plainTitle" text, "plainSummary" text)
    where feed_item.id = one.id
      and (feed_item.title <> one.title or feed_item.summary is distinct from one.summary)
  `.execute(session);
}

function wordsOf({ title, summary }: NewsEntry) {
  return { title, summary, plainTitle: searchWords(title), plainSummary: searchWords(summary ?? '') };
}

/** Once as the words stand, and once by the language's rules for word forms. */
function vectorOf(language: string | null) {
  const rules = searchConfiguration(language);
  return sql`
    setweight(to_tsvector('simple', one."plainTitle"), 'A') || setweight(to_tsvector(${rules}::regconfig, one.title), 'A') ||
    setweight(to_tsvector('simple', one."plainSummary"), 'C') ||
    setweight(to_tsvector(${rules}::regconfig, coalesce(one.summary, '')), 'C')`;
}

async function addMarks(
  session: Session,
  feed: string,
  learned: ReadonlyMap<string, { readonly item: string | null; readonly published: Date | null }>,
  now: Date,
): Promise<void> {
  if (learned.size === 0) return;
  const marks = [...learned].map(([mark, { item, published }]) => ({ mark: storable(mark), item, published }));
  await sql`
    insert into feed_mark (feed, mark, item, published_at, seen_at)
    select ${feed}, one.mark, one.item, one.published, ${now}
    from jsonb_to_recordset(${toJsonb(marks)}::jsonb) as one (mark text, item text, published timestamptz)
    on conflict (feed, mark) do update
      set item = excluded.item, published_at = excluded.published_at, seen_at = excluded.seen_at
  `.execute(session);
}

async function touchMarks(session: Session, feed: string, rows: readonly Known[], now: Date): Promise<void> {
  const stale = rows
    .filter(({ seen_at }) => now.getTime() - seen_at.getTime() > TOUCH_AFTER_MS)
    .map(({ mark }) => mark);
  if (stale.length === 0) return;
  await sql`
    update feed_mark set seen_at = ${now}
    where feed = ${feed} and mark in (select jsonb_array_elements_text(${toJsonb(stale)}::jsonb))
  `.execute(session);
}
