import type { Feed } from '#core/feed.ts';
import { Problem } from '#core/problem.ts';
import { elementText, personNames } from './element-html.ts';
import { findElement, findElements, findText, textOf } from './find-element.ts';
import { readFeedItem } from './read-feed-item.ts';
import { type Element, readMarkup } from './read-markup.ts';
import { resolveAddress } from './resolve-address.ts';
import { resolveWebAddress } from './resolve-web-address.ts';
import { separateIds } from './separate-ids.ts';

const ROOTS = ['rss', 'atom:feed', 'feed', 'rdf:rdf', 'rdf', 'channel'];
const ITEMS = ['item', 'entry', 'atom:entry'];
const CHANNELS = ['channel', 'atom:channel'];

/** Newest first in nearly all feeds; a channel that follows one never needs more. */
const MOST_ITEMS = 20_000;

/**
 * RSS 0.9 to 2.0, Atom 0.3 and 1.0, and RDF, in one reading: the three differ in the names of things, hardly in what they say.
 * @throws Problem `NOT_A_FEED`.
 */
export function readXmlFeed(source: string, address: string): Feed {
  const roots = readMarkup(source);
  const root = roots.find(({ name }) => ROOTS.includes(name));
  if (root === undefined) throw new Problem('NOT_A_FEED', notAFeed(roots));
  const head = findElements(root, CHANNELS)[0] ?? root;
  const feedAddress = resolveAddress(head.base ?? root.base ?? '', address);
  const link = linkOf(head, feedAddress);
  const authors = personNames(findElements(head, ['atom:author']));
  // RSS stands where it was put, often with a service; what is relative in it means the site. Atom means its own place.
  const isRss = !root.name.includes('feed');
  const site = isRss && head.base === null && link !== null ? resolveAddress(link, address) : feedAddress;
  const elements = [...findElements(root, ITEMS), ...(head === root ? [] : findElements(head, ITEMS))];
  const items = elements.slice(0, MOST_ITEMS).map((item) => readFeedItem(item, { base: site, authors }));
  return {
    title: plain(head, ['title', 'atom:title', 'dc:title', 'media:title']),
    link,
    description: plain(head, DESCRIPTIONS),
    language: languageOf(head, root),
    items: separateIds(items),
  };
}

const DESCRIPTIONS = [
  'description',
  'atom:subtitle',
  'atom:tagline',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
  'tagline',
  'subtitle',
  'atom:info',
];

function plain(head: Element, names: readonly string[]): string | null {
  const found = findElement(head, names);
  return found === null ? null : elementText(found);
}

function languageOf(head: Element, root: Element): string | null {
  const written = findText(head, ['language', 'dc:language', 'atom:language']) ?? head.language ?? root.language;
  return written?.trim().replaceAll('_', '-') || null;
}

function linkOf(head: Element, base: string): string | null {
  const written = findElements(head, ['link']).find((link) => textOf(link) !== '');
  if (written !== undefined) return resolveWebAddress(textOf(written), written.base ?? base);
  const links = findElements(head, ['atom:link', 'link']).filter(({ attributes }) => attributes.href !== undefined);
  const found = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate');
  return found === undefined ? null : resolveWebAddress(found.attributes.href ?? '', found.base ?? base);
}

function notAFeed([first]: readonly Element[]): string {
  if (first === undefined) return 'there is no XML and no JSON in it';
  return /^(?:xhtml:)?html$/.test(first.name) ? 'it is a web page' : `its root is <${first.name.slice(0, 40)}>`;
}
