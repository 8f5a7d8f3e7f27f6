import { createHash } from 'node:crypto';
import type { Feed, FeedItem } from '#core/feed.ts';
import { Problem } from '#core/problem.ts';
import { decodeText } from './html-to-text.ts';
import { readFeedDate } from './read-feed-date.ts';
import { resolveLinks } from './resolve-links.ts';
import { resolveWebAddress } from './resolve-web-address.ts';
import { separateIds } from './separate-ids.ts';

type Fields = Readonly<Record<string, unknown>>;

const MOST_ITEMS = 20_000;
/** Objects and lists; twenty thousand items have a tenth of it. */
const MOST_VALUES = 1_000_000;
const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
 * @throws Problem `NOT_A_FEED`, `TOO_LARGE` where more objects and lists are in it than memory has room for.
 */
export function readJsonFeed(source: string, address: string): Feed {
  const feed = parseFields(source);
  const isFeed = /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(textIn(feed, 'version') ?? '');
  if (!isFeed || !Array.isArray(feed.items)) throw new Problem('NOT_A_FEED', 'it is JSON, and no JSON Feed');
  const items: readonly unknown[] = feed.items;
  const authors = authorsOf(feed);
  return {
    title: plain(feed, 'title'),
    link: addressIn(feed, 'home_page_url', address),
    description: plain(feed, 'description'),
    language: textIn(feed, 'language'),
    items: separateIds(
      items
        .slice(0, MOST_ITEMS)
        .filter(isFields)
        .map((item) => readItem(item, address, authors)),
    ),
  };
}

function readItem(item: Fields, address: string, feedAuthors: readonly string[]): FeedItem {
  const url = addressIn(item, 'url', address) ?? addressIn(item, 'external_url', address);
  const html = textIn(item, 'content_html');
  const authors = authorsOf(item);
  const id = typeof item.id === 'number' ? String(item.id) : textIn(item, 'id');
  return {
    id: id ?? url ?? createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 32),
    url,
    title: plain(item, 'title'),
    summary: escaped(textIn(item, 'summary')),
    content: html === null ? escaped(textIn(item, 'content_text')) : resolveLinks(html, url ?? address),
    authors: authors.length > 0 ? authors : feedAuthors,
    publishedAt: readFeedDate(textIn(item, 'date_published') ?? ''),
    updatedAt: readFeedDate(textIn(item, 'date_modified') ?? ''),
    categories: Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string').map(decodeText) : [],
  };
}

function parseFields(source: string): Fields {
  if (countValues(source) > MOST_VALUES) throw new Problem('TOO_LARGE', `there are more than ${MOST_VALUES} values`);
  try {
    const parsed: unknown = JSON.parse(source);
    if (isFields(parsed)) return parsed;
  } catch (cause) {
    throw new Problem('NOT_A_FEED', 'it begins as JSON and is none', { cause });
  }
  throw new Problem('NOT_A_FEED', 'it is JSON, and no JSON Feed');
}

/** The signs that open an object or a list, those within words among them: what is parsed is no more than that. */
function countValues(source: string): number {
  let count = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === OPENING_BRACE || code === OPENING_BRACKET) count++;
  }
  return count;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function plain(fields: Fields, name: string): string | null {
  return decodeText(textIn(fields, name) ?? '') || null;
}

function addressIn(fields: Fields, name: string, base: string): string | null {
  const address = textIn(fields, name);
  return address === null ? null : resolveWebAddress(address, base);
}

/** Version 1.0 has one author, 1.1 several. */
function authorsOf(fields: Fields): string[] {
  const people: readonly unknown[] = Array.isArray(fields.authors) ? fields.authors : [fields.author];
  return people
    .filter(isFields)
    .map((person) => plain(person, 'name') ?? '')
    .filter((name) => name !== '');
}

function escaped(text: string | null): string | null {
  return text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') ?? null;
}
