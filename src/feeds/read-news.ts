import { createHash } from 'node:crypto';
import type { Feed, FeedItem } from '#core/feed.ts';
import { foldText } from '#core/fold-text.ts';
import type { NewsEntry, ReadNews } from '#core/following.ts';
import { plainText } from '#core/plain-text.ts';
import { canonicalUrl } from './canonical-url.ts';
import { htmlToText } from './html-to-text.ts';

/** News does not come from before the web had any, nor from the future; a clock may be a day wrong, or its zone. */
const FIRST_YEAR = 1995;
const DAY_MS = 86_400_000;

/** Longer is no headline; what is left is told whole by the page. In characters. */
const LONGEST_TITLE = 300;
const LONGEST_SUMMARY = 600;
/** Enough markup for so much text. */
const LONGEST_HTML = 6_000;
const LONGEST_URL = 2_048;

/** Entries of one reading that are looked at: archives have more, and no outlet writes more in a day. */
const MOST_ENTRIES = 2_000;

/** How a feed's entries become what is kept of them. Titles and summaries are plain text, whatever the feed wrote. */
export const readNews: ReadNews = { keyOf: canonicalUrl, entriesOf };

function entriesOf(feed: Feed, url: string, now: Date): NewsEntry[] {
  const dated = feed.items.map((item) => ({ item, publishedAt: dateOf(item, now) }));
  const entries = dated
    .toSorted((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0))
    .slice(0, MOST_ENTRIES);
  const homes = new Set([feed.link, url].map((home) => (home === null ? '' : canonicalUrl(home))));
  const items = entries.map(({ item }) => item);
  const shared = sharedAddresses(items);
  const repeated = repeatedTitles(items);
  return entries.flatMap(({ item, publishedAt }) => {
    const title = titleOf(item);
    if (title === null) return [];
    const tells = (address: string) => !homes.has(address) && !shared.has(address) && !isHome(address);
    const address = item.url === null ? null : canonicalUrl(item.url);
    const words = foldText(title);
    const marks = [
      ...idMarks(item.id, tells),
      ...(address === null || !tells(address)
        ? titleMarks(words, address, repeated)
        : [markOf('page', address, words)]),
      ...(publishedAt === null ? [] : [markOf('title and time', words, publishedAt.toISOString())]),
    ];
    return {
      ...{ title, publishedAt, marks, summary: summaryOf(item, title) },
      url: item.url !== null && item.url.length <= LONGEST_URL && URL.canParse(item.url) ? item.url : null,
      page: address !== null && tells(address) ? markOf('address', address) : null,
    };
  });
}

/** Titles that a reading has under several names: they tell nothing apart. */
function repeatedTitles(items: readonly FeedItem[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { id, title } of items) {
    const words = foldText(plainText(title ?? ''));
    if (names.has(words) && names.get(words) !== id) repeated.add(words);
    names.set(words, id);
  }
  return repeated;
}

/** Where the address says nothing, the title does, unless it is one of many. */
function titleMarks(words: string, address: string | null, repeated: ReadonlySet<string>): string[] {
  return repeated.has(words) ? [] : [markOf('title', address ?? '', words)];
}

/** As the feed has it, and where it is an address without what addresses of one page differ in. */
function idMarks(id: string, tells: (address: string) => boolean): string[] {
  if (!/^https?:\/\//i.test(id)) return [markOf('id', id)];
  const address = canonicalUrl(id);
  if (tells(address)) return [markOf('id', address)];
  // The home page is nobody's name; a place on a page that has several entries is.
  return /#./.test(id) || !isHome(address) ? [markOf('id', id)] : [];
}

/** Addresses under which a reading has entries of different names: they tell nothing apart. */
function sharedAddresses(items: readonly FeedItem[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, url, title } of items) {
    const own = title ?? id;
    const addresses = new Set(
      [url, /^https?:\/\//i.test(id) ? id : null].map((one) => (one === null ? '' : canonicalUrl(one))),
    );
    for (const address of addresses) {
      if (names.has(address) && names.get(address) !== own) shared.add(address);
      names.set(address, own);
    }
  }
  return shared;
}

function isHome(address: string): boolean {
  const { pathname, search, hash } = URL.parse(address) ?? { pathname: '/', search: '', hash: '' };
  return pathname === '/' && search === '' && hash === '';
}

function dateOf(item: FeedItem, now: Date): Date | null {
  const date = new Date(item.publishedAt ?? item.updatedAt ?? Number.NaN);
  const isPossible = date.getUTCFullYear() >= FIRST_YEAR && date.getTime() <= now.getTime() + DAY_MS;
  return isPossible ? date : null;
}

/** An entry without a title is called by how it begins. */
function titleOf(item: FeedItem): string | null {
  const title = cut(plainText(item.title ?? ''), LONGEST_TITLE);
  return title || cut(textOf(item.summary ?? item.content), LONGEST_TITLE / 2) || null;
}

function summaryOf(item: FeedItem, title: string): string | null {
  const text = textOf(item.summary) || textOf(item.content);
  return text === title ? null : cut(text, LONGEST_SUMMARY) || null;
}

function textOf(html: string | null): string {
  return html === null ? '' : plainText(htmlToText(html.slice(0, LONGEST_HTML)));
}

/** At the end of a word, where there is one near. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1).toWellFormed();
  const end = head.lastIndexOf(' ');
  return `${(end > most * 0.6 ? head.slice(0, end) : head).replace(/[\s,;:–—-]+$/, '')}…`;
}

function markOf(...words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22);
}
