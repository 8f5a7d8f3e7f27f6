import type { NewsEntry } from '#core/digest.ts';
import type { Feed, FeedItem } from '#core/feed.ts';
import { htmlToText } from '#feeds/html-to-text.ts';

/** As much of a summary as tells what it is about. In characters. */
const LONGEST_SUMMARY = 1_000;
const LONGEST_TITLE = 300;
/** A clock that is wrong or in another zone; what lies further ahead is no date of publication. */
const AHEAD_MS = 24 * 3_600_000;
/** A feed that dates nothing lists what is new first. */
const MOST_UNDATED = 20;

/**
 * What a feed brought between two moments. `feed`: where it lies. Items without a date count only where the feed dates none, and
 * then the first twenty.
 */
export function entriesOf(feed: Feed, where: string, since: Date, until: Date): NewsEntry[] {
  const outlet = feed.title ?? hostOf(feed.link) ?? hostOf(where) ?? where;
  const entries = feed.items.map((item) => entryOf(item, where, outlet, until)).filter((entry) => entry !== null);
  const dated = entries.filter(({ publishedAt }) => publishedAt !== null);
  if (dated.length === 0) return entries.slice(0, MOST_UNDATED);
  return dated.filter(({ publishedAt }) => publishedAt !== null && publishedAt > since && publishedAt <= until);
}

/** Null where an item says nothing. */
function entryOf(item: FeedItem, where: string, outlet: string, until: Date): NewsEntry | null {
  const summary = htmlToText(item.summary ?? item.content ?? '')
    .slice(0, LONGEST_SUMMARY)
    .toWellFormed();
  const title = htmlToText(item.title ?? '') || summary;
  if (title === '') return null;
  const at = new Date(item.publishedAt ?? item.updatedAt ?? '');
  const isSound = !Number.isNaN(at.getTime()) && at.getTime() <= until.getTime() + AHEAD_MS;
  return {
    id: `${where} ${item.id}`,
    feed: where,
    outlet,
    url: item.url !== null && /^https?:\/\//i.test(item.url) ? item.url : null,
    title: title.slice(0, LONGEST_TITLE).toWellFormed(),
    summary: summary === '' ? null : summary,
    publishedAt: isSound ? at : null,
    content: item.content ?? item.summary,
    authors: item.authors,
  };
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.hostname.replace(/^www\./, '') ?? null) || null;
}
