import type { BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { DigestSteps, NewsEntry } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import type { Testimony } from '#core/testimony.ts';
import { chooseFullest } from '#digest/choose-fullest.ts';
import { choosePoint } from '#digest/choose-point.ts';
import { compareAccounts } from '#digest/compare-accounts.ts';
import { countOrigins } from '#digest/count-origins.ts';
import { nameOutlet } from '#digest/name-outlet.ts';
import { openingOf } from '#digest/opening-of.ts';
import { siteOf } from '#digest/outlet-key.ts';
import { rankStories } from '#digest/rank-stories.ts';
import { groupStories } from '#feeds/group-stories.ts';
import { readHtml } from '#read/read-html.ts';
import { creditLine } from '#render/credit.ts';
import { problemWords } from '#render/problem-words.ts';

/** The heavy steps, which run here or in other threads. */
export type DigestWalk = {
  /** No person asked for it: robots.txt is obeyed. */
  readonly read: (url: string, signal: AbortSignal) => Promise<Article>;
  /** `within` aborts when the time of a model is over. */
  readonly brief: (article: Article, wish: BriefWish, signal: AbortSignal, within: AbortSignal) => Promise<Briefing>;
  readonly testimony: (article: Article, signal: AbortSignal) => Promise<Testimony>;
};

/** Where a line is cut from an article, so many points are looked through for the one that stands under its title. */
const WISH: BriefWish = { engine: null, points: 3, style: null, purpose: 'digest' };

/** The rooms that a digest walks through, joined. */
export function joinDigest(walk: DigestWalk, onFault?: (error: unknown) => void): DigestSteps {
  return {
    group: groupEntries,
    rank: rankStories,
    countOrigins,
    chooseFullest,
    siteOf,
    nameOutlet,
    choosePoint,
    openingOf,
    compare: compareAccounts,
    read: walk.read,
    readContent: async (entry) => readContent(entry),
    testimony: walk.testimony,
    brief: (article, signal, within) => walk.brief(article, WISH, signal, within),
    credit: creditLine,
    words: problemWords,
    ...(onFault === undefined ? {} : { onFault }),
  };
}

function groupEntries(entries: readonly NewsEntry[]) {
  const items = entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    summary: entry.summary,
    url: entry.url,
    outlet: entry.outlet,
    publishedAt: entry.publishedAt?.toISOString() ?? null,
    entry,
  }));
  return groupStories(items).map((group) => ({ items: group.map(({ entry }) => entry) }));
}

/** Shorter than this a feed carries a teaser. In characters of markup. */
const LEAST_CONTENT = 500;

/** The article that a feed carries itself; what the feed says of it comes before what its markup says. */
function readContent({ content = null, title, url, outlet, publishedAt, authors = [] }: NewsEntry): Article {
  if (content === null || content.length < LEAST_CONTENT) throw new Problem('NOT_AN_ARTICLE', 'the feed has a teaser');
  const head = `<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`;
  const page = `<!doctype html><html><head>${head}</head><body><article>${content}</article></body></html>`;
  const article = readHtml(page, { url: url ?? '' });
  if (article.completeness === 'partial') throw new Problem('NOT_AN_ARTICLE', 'the feed has a part of it');
  const writers = article.authors.length > 0 ? article.authors : authors;
  return {
    ...article,
    url,
    title,
    outlet,
    authors: writers,
    publishedAt: publishedAt?.toISOString() ?? article.publishedAt,
  };
}
