import { createHash } from 'node:crypto';
import type { FeedItem } from '#core/feed.ts';
import { elementHtml, elementText, personNames } from './element-html.ts';
import { findElement, findElements, findText, textOf } from './find-element.ts';
import { decodeText } from './html-to-text.ts';
import { readFeedDate } from './read-feed-date.ts';
import type { Element } from './read-markup.ts';
import { resolveAddress } from './resolve-address.ts';
import { resolveWebAddress } from './resolve-web-address.ts';

const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'];
const SUMMARIES = [
  'description',
  'atom:summary',
  'dc:description',
  'dcterms:abstract',
  'summary',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
];
const CONTENTS = ['content:encoded', 'atom:content', 'content', 'xhtml:body', 'body', 'xhtml:div', 'fullitem'];
const AUTHORS = ['atom:author', 'author', 'dc:creator', 'dc:author', 'itunes:author', 'atom:contributor'];
const PUBLISHED = [
  'pubdate',
  'atom:published',
  'atom:issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'atom:created',
  'published',
  'date',
];
const UPDATED = ['atom:updated', 'atom:modified', 'dcterms:modified', 'updated', 'lastbuilddate', 'modified'];
const CATEGORIES = ['category', 'atom:category', 'dc:subject', 'media:category', 'itunes:category'];

/** What holds for all items of a feed: where relative addresses start from, and who wrote what nobody else did. */
type FeedContext = { readonly base: string; readonly authors: readonly string[] };

export function readFeedItem(item: Element, feed: FeedContext): FeedItem {
  const base = item.base ?? feed.base;
  const guid = findElement(item, ['guid', 'atom:id', 'id', 'dc:identifier']);
  const url = addressOf(item, guid, base);
  const title = findElement(item, TITLES);
  const summary = findElement(item, SUMMARIES);
  const content = findElement(item, CONTENTS);
  const words = {
    title: title === null ? null : elementText(title),
    summary: summary === null ? null : elementHtml(summary, base),
    content: content === null ? null : elementHtml(content, base),
  };
  const authors = personNames(findElements(item, AUTHORS.slice(0, -1)));
  const [source] = findElements(item, ['atom:source']);
  const others = source === undefined ? feed.authors : personNames(findElements(source, ['atom:author']));
  return {
    id: idOf(guid, item, base) ?? url ?? markOf([words.title, words.summary, words.content]),
    url,
    ...words,
    authors: authors.length > 0 ? authors : others,
    publishedAt: dateOf(item, PUBLISHED),
    updatedAt: dateOf(item, UPDATED),
    categories: categoriesOf(item),
  };
}

/**
 * RSS writes the address into the element, Atom into an attribute; a guid is one unless it says that it is not. The first that is
 * a web address.
 */
function addressOf(item: Element, guid: Element | null, base: string): string | null {
  const written = findElements(item, ['link']).filter((link) => textOf(link) !== '');
  if (written.length > 0) return firstAddress(written, textOf, base);
  const links = findElements(item, ['atom:link', 'link']).filter(
    ({ attributes }) => (attributes.href ?? '').trim() !== '',
  );
  const alternates = links.filter(({ attributes }) => /^(?:alternate)?$/i.test(attributes.rel?.trim() ?? ''));
  const pages = alternates.filter(({ attributes }) => /html|^$/i.test(attributes.type ?? ''));
  if (alternates.length > 0)
    return firstAddress([...pages, ...alternates], ({ attributes }) => attributes.href ?? '', base);
  const id = guid === null ? '' : textOf(guid);
  if (guid?.attributes.ispermalink !== 'false' && guid?.attributes.isPermaLink !== 'false' && /^https?:\/\//i.test(id))
    return id;
  const about = item.attributes['rdf:about'];
  return about !== undefined && /^https?:\/\//i.test(about) ? about : null;
}

function firstAddress(links: readonly Element[], read: (link: Element) => string, base: string): string | null {
  for (const link of links) {
    const address = resolveWebAddress(read(link), link.base ?? base);
    if (address !== null) return address;
  }
  return null;
}

function idOf(guid: Element | null, item: Element, base: string): string | null {
  if (guid === null) return item.attributes['rdf:about']?.trim() || null;
  const id = textOf(guid);
  // Atom's identifiers are addresses, and some are written in short.
  return guid.name === 'atom:id' && /^[./]/.test(id) ? resolveAddress(id, guid.base ?? base) : id;
}

function dateOf(item: Element, names: readonly string[]): string | null {
  for (const element of findElements(item, names).toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))) {
    const date = readFeedDate(textOf(element));
    if (date !== null) return date;
  }
  return null;
}

function categoriesOf(item: Element): string[] {
  const written = findElements(item, CATEGORIES).map((category) => {
    const { attributes } = category;
    const term = attributes.term ?? textOf(category);
    // A term is often an address of a scheme; then the label is what people read.
    return decodeText(/^$|:\/\//.test(term) ? (attributes.label ?? attributes.text ?? term) : term);
  });
  const keywords = findText(item, ['itunes:keywords', 'media:keywords'])?.split(',') ?? [];
  return [...new Set([...written, ...keywords.map(decodeText)].filter((category) => category !== ''))];
}

/** The same words give the same mark in every reading. */
function markOf(words: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);
}
