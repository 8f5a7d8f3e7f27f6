import { Parser } from 'htmlparser2';
import { decodeText } from './html-to-text.ts';

type Candidate = { readonly url: string; readonly title: string | null; readonly weight: number };

const FEED_TYPE = /^(?:application|text)\/(?:(?:x-)?(?:rss|atom|rdf)(?:\+xml)?|feed\+json)\b/i;
const PLAIN_TYPE = /^(?:application|text)\/(?:xml|json)\b/i;
const FEED_PATH =
  /(?:\.(?:rss|atom|rdf)|\/(?:feeds?|rss|atom)(?:\.xml|\.json)?\/?|\/(?:rss|atom|feed|index)\.xml|[?&]feed=(?:rss2?|atom))$/i;
const FEED_WORDS = /^\s*(?:rss|atom|(?:rss|atom|json)[ -]feed|subscribe (?:via|by) rss)\s*$/i;
/** A way into an interface, not a feed. */
const NO_FEED = /oembed|wp-json|\/manifest\b|opensearch/i;

/** What a page says of itself is surer than a link whose address looks like one; comments are what few want. */
const WEIGHTS = { declared: 4, related: 3, comments: 2, possible: 1, linked: 0 } as const;

/** The parser's time grows with the depth of what is open: towers are left, with what was found so far. */
const DEEPEST = 2_000;
const PIECE = 16_384;

/** A page that offers more is a list of feeds; somebody must choose there. */
const MOST = 50;

/**
 * The feeds that a page offers, likeliest first, addresses absolute and each once: what it declares, then what it links to.
 * Whether there is a feed at an address shows only when it is read.
 */
export function findFeeds(html: string, options: { url: string }): { url: string; title: string | null }[] {
  const found = new Map<string, Candidate>();
  let base = options.url;
  let depth = 0;
  let anchor: { readonly href: string; readonly words: string[] } | null = null;
  const add = (href: string, title: string, weight: number): void => {
    const url = URL.parse(href.trim(), base);
    if (url === null || !/^https?:$/.test(url.protocol)) return;
    url.hash = '';
    const known = found.get(url.href);
    if (known !== undefined && known.weight >= weight) return;
    found.set(url.href, { url: url.href, title: decodeText(title) || (known?.title ?? null), weight });
  };
  const endAnchor = (): void => {
    if (anchor === null) return;
    const words = anchor.words.join('');
    if (FEED_PATH.test(anchor.href.split('#')[0] ?? '') || FEED_WORDS.test(words))
      add(anchor.href, words, WEIGHTS.linked);
    anchor = null;
  };
  const parser = new Parser({
    onopentagname() {
      depth += 1;
    },
    onopentag(name, { href = '', rel = '', type = '', title = '' }) {
      if (href.trim() === '') return;
      if (name === 'base') base = URL.parse(href, options.url)?.href ?? base;
      else if (name === 'link') {
        const weight = weightOf(rel.toLowerCase().split(/\s+/), type.trim(), `${title} ${href}`);
        if (weight !== null) add(href, title, weight);
      } else if (name === 'a') {
        endAnchor();
        anchor = { href, words: [] };
      }
    },
    ontext(text) {
      anchor?.words.push(text);
    },
    onclosetag(name) {
      depth -= 1;
      if (name === 'a') endAnchor();
    },
  });
  for (let at = 0; at < html.length && depth < DEEPEST; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (depth < DEEPEST) parser.end();
  return [...found.values()]
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ url, title }) => ({ url, title }));
}

function weightOf(relations: readonly string[], type: string, words: string): number | null {
  const isAlternate = relations.includes('alternate') && !relations.includes('stylesheet');
  if (isAlternate && FEED_TYPE.test(type)) return /comment/i.test(words) ? WEIGHTS.comments : WEIGHTS.declared;
  if (relations.includes('feed')) return WEIGHTS.related;
  return isAlternate && PLAIN_TYPE.test(type) && !NO_FEED.test(words) ? WEIGHTS.possible : null;
}
