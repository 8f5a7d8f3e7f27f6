import { decodeHTML } from 'entities';
import { cutTitle, LONGEST_TITLE } from './cut-title.ts';
import type { DomDocument } from './dom.ts';
import { hasType, isNode, type LinkedNode } from './json-ld.ts';
import { lineNamed, oneLine, plainLine } from './one-line.ts';
import { findAuthors } from './page-authors.ts';
import { findDate } from './page-date.ts';
import { type Meta, metaOf } from './page-meta.ts';

/** What a page says about its article. */
export type PageMetadata = {
  readonly title: string;
  readonly authors: readonly string[];
  /** ISO 8601, in the page's own zone. */
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  /** Of `<html lang>` or og:locale. */
  readonly language: string | null;
  /** The longest body that the page's linked data holds. */
  readonly linkedBody: string;
  /** What the page itself says: false where the article costs money. */
  readonly isFree: boolean;
  readonly type: string | null;
};

const ARTICLE = /Article|BlogPosting|Report|Posting|Review/;

/** Reads a page's metadata; before anything is pruned. Linked data first, then OpenGraph and meta, then the page itself. */
export function readMetadata(document: DomDocument, nodes: readonly LinkedNode[], url: string | null): PageMetadata {
  const meta = metaOf(document);
  const article =
    nodes.find(
      (node) => hasType(node, ARTICLE) && (node.headline ?? node.author ?? node.datePublished) !== undefined,
    ) ?? {};
  const byId = new Map(
    nodes
      .filter((node) => typeof node['@id'] === 'string' && node.name !== undefined)
      .map((node) => [node['@id'], node]),
  );
  const publisher = isNode(article.publisher)
    ? (lineNamed(article.publisher) ?? lineNamed(byId.get(article.publisher['@id'])))
    : null;
  const named = [meta('og:site_name'), publisher, meta('application-name')];
  const site = named.find((name) => name !== null && name.length <= LONGEST_OUTLET);
  const outlet = typeof site === 'string' ? withoutMotto(site) : hostOf(url);
  return {
    title: findTitle(document, article, meta, outlet),
    authors: findAuthors(document, article, byId, meta, outlet),
    publishedAt: findDate(document, article, nodes, meta, url),
    outlet,
    language: document.documentElement?.getAttribute('lang') || meta('og:locale'),
    linkedBody: nodes
      .map(({ articleBody }) => (typeof articleBody === 'string' ? articleBody : ''))
      .reduce((a, b) => (b.length > a.length ? b : a), ''),
    isFree: !isFalse(article.isAccessibleForFree),
    type: meta('og:type'),
  };
}

/** "Ansel Star - the harbour's own weekly since 1963": a site's name without what it says of itself. */
function withoutMotto(name: string): string {
  return /^(.{2,}?)\s+[-–—|:•]\s+.{4,}$/u.exec(name)?.[1] ?? name;
}

/** Linked data writes its booleans as such, or as words. */
function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value.trim()));
}

/** A site's name has this many characters at most; a longer one is a sentence, or an attack. */
const LONGEST_OUTLET = 100;

/** What is shorter on a page is a label. */
const SHORTEST_TITLE = 8;

function findTitle(document: DomDocument, article: LinkedNode, meta: Meta, outlet: string | null): string {
  const headings = [...document.querySelectorAll('h1')]
    .map((element) => oneLine(element.textContent ?? ''))
    .filter((text) => text.length >= SHORTEST_TITLE && text.length <= LONGEST_TITLE && !isSite(text, outlet));
  const linked = typeof article.headline === 'string' ? oneLine(decodeHTML(article.headline)) : null;
  const shared = meta('og:title', 'twitter:title');
  const named = oneLine(document.querySelector('title')?.textContent ?? '');
  const others = [linked, shared, named].filter((text) => text !== null && text !== '');
  // The heading on the page is what readers saw, when the rest of the page agrees that it is this article's.
  const heading = headings.find((text) => others.some((other) => agree(text, other ?? '')));
  const candidates = [
    heading === undefined ? null : withoutSite(heading, outlet, headings),
    linked === null ? null : withoutSite(linked, outlet, headings),
    shared === null ? null : withoutSite(shared, outlet, headings),
    headings.length === 1 ? headings[0] : null,
    withoutSite(named, outlet, headings),
  ];
  return cutTitle(candidates.find((text) => text !== null && text !== undefined && text !== '') ?? '');
}

/** The first words are enough: sites shorten headlines for sharing. */
const SAME_START = 30;

function agree(a: string, b: string): boolean {
  const [x, y] = [plainLine(a), plainLine(b)];
  return y.includes(x.slice(0, SAME_START)) || x.includes(y.slice(0, SAME_START));
}

/** Whether a heading or the end of a title is but the site's name. */
function isSite(text: string, outlet: string | null): boolean {
  const [some, site] = [plainLine(text).replaceAll(' ', ''), plainLine(outlet ?? '').replaceAll(' ', '')];
  return some !== '' && site !== '' && (site.includes(some) || (some.includes(site) && some.length < 2 * site.length));
}

/** "Bridge closed | Quay Gazette" is "Bridge closed" where what follows the bar is the site, or the heading says so. */
function withoutSite(title: string, outlet: string | null, headings: readonly string[]): string {
  const at = Math.max(...[' | ', ' - ', ' – ', ' — ', ' • ', ' » ', ' :: '].map((bar) => title.lastIndexOf(bar)));
  if (at < SHORTEST_TITLE) return title;
  const head = title.slice(0, at).trim();
  const tail = title.slice(at + 3);
  return isSite(tail, outlet) ||
    title.slice(at).startsWith(' | ') ||
    headings.some((heading) => plainLine(heading) === plainLine(head))
    ? head
    : title;
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '') || null;
}
