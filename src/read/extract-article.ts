import { type DomDocument, findArticle, parseDocument } from './dom.ts';
import { isFurniture } from './is-furniture.ts';
import { isIndex } from './is-index.ts';
import { breaksOff } from './judge-completeness.ts';
import { type PageBlock, pageBlocks } from './page-blocks.ts';
import { prunePage } from './prune-page.ts';

/** The article of a page as blocks, and the byline that Readability saw. `isIndex`: there are only headlines and teasers of others. */
export type Extract = {
  readonly blocks: readonly PageBlock[];
  readonly byline: string | null;
  readonly isIndex: boolean;
};

/** With less than this the pruning may have cut too much, and the page is looked at once more as it came. */
const LITTLE_TEXT = 300;
/** A page with more elements is a listing or an attack. */
export const MOST_ELEMENTS = 40_000;

/**
 * The body of the article: boilerplate pruned, Readability's choice, furniture taken out of it. One parse; a second only
 * where the first leaves next to nothing. Changes the document.
 */
export function extractArticle(document: DomDocument, html: string, url: string | null): Extract {
  prunePage(document);
  const page = document.body === null ? [] : pageBlocks(document.body);
  const article = onlyArticle(document);
  const found = findBlocks(document, html);
  if (!isIndex(page, found.blocks, url)) return found;
  // Beside a short article Readability may choose the longer list of others.
  if (article !== null && lengthOf(article) > 0 && !isIndex(page, article, url)) return { ...found, blocks: article };
  return { blocks: [], byline: null, isIndex: true };
}

/** What stands in the one element that the page calls an article; null where there are none or several. */
function onlyArticle(document: DomDocument): readonly PageBlock[] | null {
  const [article, other] = document.querySelectorAll('article');
  return article === undefined || other !== undefined ? null : cleanBlocks(pageBlocks(article));
}

function findBlocks(document: DomDocument, html: string): Extract {
  const first = blocksOf(document);
  if (lengthOf(first.blocks) >= LITTLE_TEXT) return first;
  const second = blocksOf(parseDocument(html));
  return lengthOf(second.blocks) > 2 * lengthOf(first.blocks) ? second : first;
}

function blocksOf(document: DomDocument): Extract {
  const found = findArticle(document, MOST_ELEMENTS);
  if (found === null) return { blocks: [], byline: null, isIndex: false };
  return { blocks: cleanBlocks(pageBlocks(found.content)), byline: found.byline, isIndex: false };
}

export function lengthOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Nearly all of a line being a link, without a full stop, makes it a teaser for another page. */
const LINKED_SHARE = 0.9;
const LONGEST_TEASER = 200;

/** The blocks that belong to the article: no furniture, no lines of links, no headings over nothing. */
function cleanBlocks(blocks: readonly PageBlock[]): PageBlock[] {
  const kept = withoutFurniture(blocks);
  while (kept.length > 0 && /^h[2-6]$/.test(kept.at(-1)?.tag ?? '')) kept.pop();
  return kept;
}

/** A notice at which the text breaks off stays, at the very end, for it tells that this is a part; the reader drops it. */
const LAST_BLOCKS = 2;

function withoutFurniture(blocks: readonly PageBlock[]): PageBlock[] {
  const isKept = (block: PageBlock): boolean => !isFurniture(block.text) && !isTeaser(block);
  const kept = blocks.filter((block) => isKept(block) || breaksOff(block.text));
  return kept.filter((block, i) => i >= kept.length - LAST_BLOCKS || isKept(block));
}

function isTeaser({ text, linked, tag }: PageBlock): boolean {
  if (linked < LINKED_SHARE * text.length || text.length > LONGEST_TEASER) return false;
  return tag === 'li' || !/[.!?]["”’]?$/.test(text);
}
