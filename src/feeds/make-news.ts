import type { Feed } from '#core/feed.ts';
import { feedTitle } from '#core/feed-title.ts';
import type { FeedNews } from '#core/polling.ts';
import { readNews } from './read-news.ts';

const WEEK_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;

/** What a reading brought, ready to be kept, and how many entries a week it has; null where it dates none. */
export function makeNews(
  feed: Feed,
  url: string,
  now: Date,
): { readonly news: FeedNews; readonly weekly: number | null } {
  const entries = readNews.entriesOf(feed, url, now);
  const site = feed.link !== null && /^https?:/i.test(feed.link) && URL.canParse(feed.link) ? feed.link : null;
  const language =
    feed.language !== null && /^[a-z]{2,3}(?:-[\w-]{1,30})?$/i.test(feed.language) ? feed.language : null;
  return { news: { title: feedTitle(feed.title), site, language, entries }, weekly: weeklyOf(entries, now) };
}

/** A feed that keeps less than a week is taken to go on as it did while it kept it. */
function weeklyOf(entries: FeedNews['entries'], now: Date): number | null {
  const ages = entries.flatMap(({ publishedAt }) =>
    publishedAt === null ? [] : [Math.max(now.getTime() - publishedAt.getTime(), 0)],
  );
  if (ages.length === 0) return null;
  const recent = ages.filter((age) => age < WEEK_MS).length;
  const oldest = Math.max(...ages);
  return oldest >= WEEK_MS ? recent : Math.round((recent * WEEK_MS) / Math.max(oldest, DAY_MS));
}
