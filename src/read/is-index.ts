import type { PageBlock } from './page-blocks.ts';

/** Fewer headlines of other pages stand in many articles. */
const FEWEST_HEADLINES = 4;
/** On a site's first page even these are enough. */
const FEWEST_AT_ROOT = 3;

/** A link of fewer characters is "Read more" or a topic; a longer one is a sentence. */
const SHORTEST_HEADLINE = 12;
const LONGEST_HEADLINE = 200;
/** A block that is a headline is nearly all link. */
const LINKED_SHARE = 0.9;

/** A teaser has a sentence or two; a headline with more below it heads a piece of the article. */
const LONGEST_TEASER = 420;
/** Characters that belong to no headline: two sentences are somebody's article, one may introduce a section. */
const LITTLE_OWN_TEXT = 120;

/**
 * Whether what was taken for the article (`chosen`, of all the `page`) is a front page or a section: headlines that each lead to
 * another page of the site, with no more of it below each than a teaser, and next to nothing before. Headlines with an article's own
 * text below (a roundup) make none, nor do those that lead to a place in this page (a live blog) or to other sites.
 */
export function isIndex(page: readonly PageBlock[], chosen: readonly PageBlock[], url: string | null): boolean {
  const address = url === null ? null : URL.parse(url);
  const texts = new Set(chosen.map(({ text }) => text));
  const below = new Map<string, number>();
  let at: string | null = null;
  let before = 0;
  for (const block of page) {
    const target = headlineTarget(block, address);
    if (target !== null) at = below.has(target) ? at : target;
    else if (!texts.has(block.text) || /^h[1-6]$/.test(block.tag)) continue;
    else if (at === null) before += block.text.length;
    else below.set(at, (below.get(at) ?? 0) + block.text.length);
  }
  const teasers = [...below.values()];
  if (address?.pathname === '/' && address.search === '')
    return teasers.length >= FEWEST_AT_ROOT && before < teasers.reduce((sum, length) => sum + length, 0);
  const isShort = teasers.every((length) => length <= LONGEST_TEASER);
  return teasers.length >= FEWEST_HEADLINES && before < LITTLE_OWN_TEXT && isShort;
}

/** Where a headline leads on this site; null for all else. */
function headlineTarget({ text, tag, linked, leadsTo }: PageBlock, page: URL | null): string | null {
  if (leadsTo === null || linked < LINKED_SHARE * text.length) return null;
  if (text.length < SHORTEST_HEADLINE || text.length > LONGEST_HEADLINE) return null;
  if (!/^h[1-6]$/.test(tag) && /[.:…]$/.test(text)) return null;
  const href = leadsTo.trim();
  if (page === null) return /^#|^[a-z][a-z\d+.-]*:(?!\/\/)/i.test(href) ? null : href;
  const target = URL.parse(href, page.href);
  if (target === null || !/^https?:$/.test(target.protocol) || !isSameSite(target, page)) return null;
  return target.pathname === page.pathname ? null : target.pathname + target.search;
}

/** "sport.ansel.example" is of "www.ansel.example". */
function isSameSite(a: URL, b: URL): boolean {
  const x = a.hostname.replace(/^www\./, '');
  const y = b.hostname.replace(/^www\./, '');
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`);
}
