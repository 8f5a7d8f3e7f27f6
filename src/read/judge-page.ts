import { Problem } from '#core/problem.ts';
import obstacles from './data/obstacles.json' with { type: 'json' };
import { type DomDocument, type DomNode, isElement } from './dom.ts';
import { lengthOf } from './extract-article.ts';
import { breaksOff, judgeCompleteness } from './judge-completeness.ts';
import { type PageBlock, pageBlocks, walk } from './page-blocks.ts';
import type { PageMetadata } from './page-metadata.ts';

/** What of the whole page is looked at once the article is out of it. */
export type PageSigns = {
  /** The page's text as a reader would see it, lower-case, its beginning only. */
  readonly said: string;
  readonly length: number;
  readonly hasPaywall: boolean;
  readonly hasScripts: boolean;
  readonly hasPlayer: boolean;
};

/** Obstacle pages say what they are at once. */
const SAID_CHARACTERS = 3_000;
/** With less prose than this, what looks like an obstacle is one; with more, it is an article about obstacles. */
const OBSTACLE_TEXT = 600;
/** The shortest piece that is briefed: about two sentences. */
const SHORTEST_ARTICLE = 60;
/** A teaser is a paragraph or two. */
const TEASER_TEXT = 1_200;
const TEASER_ALONE = 280;

/** Reads off the page, before anything is pruned, what tells an obstacle from an article. */
export function readSigns(document: DomDocument): PageSigns {
  const text = document.body === null ? '' : pageBlocks(document.body).map((block) => block.text);
  const whole = [document.querySelector('title')?.textContent ?? '', ...text]
    .join(' \n ')
    .replaceAll('’', "'")
    .toLowerCase();
  const { scripts, ...found } = findSigns(document);
  return {
    said: `${whole.slice(0, SAID_CHARACTERS)} ${scripts.toLowerCase().slice(0, SAID_CHARACTERS)}`,
    length: whole.length,
    ...found,
  };
}

type Found = Pick<PageSigns, 'hasPaywall' | 'hasScripts' | 'hasPlayer'> & { readonly scripts: string };

/** What the page's elements tell. One walk: a selector of so many parts costs as much as parsing the page. */
function findSigns(document: DomDocument): Found {
  const found = { hasPaywall: false, hasScripts: false, hasPlayer: false, scripts: '' };
  const enter = (node: DomNode): boolean => {
    if (!isElement(node)) return false;
    const tag = node.tagName.toLowerCase();
    if (tag === 'script') found.hasScripts = true;
    else if (tag === 'noscript') found.scripts += ` ${node.textContent ?? ''}`;
    else if (tag === 'video' || tag === 'audio') found.hasPlayer = true;
    else if (tag === 'iframe' && /youtube|vimeo/.test(node.getAttribute('src') ?? '')) found.hasPlayer = true;
    if (!found.hasPaywall) {
      const names = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.toLowerCase();
      found.hasPaywall = names !== ' ' && obstacles['paywall-names'].some((name) => names.includes(name));
    }
    return true;
  };
  // linkedom's doctype has no sibling: a walk from the document would end with it.
  walk(document.documentElement ?? document, enter, () => undefined);
  return found;
}

/**
 * Whether what was extracted is the article, a part of it, or no article.
 * @throws Problem `FORBIDDEN` (bot wall), `NOT_FOUND` (an error page), `PAYWALLED`, `NOT_AN_ARTICLE`.
 */
export function judgePage(blocks: readonly PageBlock[], signs: PageSigns, metadata: PageMetadata): 'full' | 'partial' {
  const length = lengthOf(blocks);
  const isPaid = !metadata.isFree || signs.hasPaywall;
  if (length < OBSTACLE_TEXT) refuseObstacle(signs, length);
  if (length < TEASER_ALONE && (!metadata.isFree || (signs.hasPaywall && endsEarly(blocks))))
    throw new Problem('PAYWALLED', `only ${length} characters stand before the paywall`);
  refuseNoArticle(blocks, signs, metadata, length);
  if (!metadata.isFree && length < 2 * TEASER_TEXT) return 'partial';
  if (isPaid && length < TEASER_TEXT) return 'partial';
  return judgeCompleteness(blocks.map(({ text }) => text));
}

function endsEarly(blocks: readonly PageBlock[]): boolean {
  return blocks.length <= 2 || blocks.some(({ text }) => breaksOff(text));
}

function refuseObstacle({ said, length: pageLength, hasScripts }: PageSigns, length: number): void {
  const isShort = pageLength < 4 * OBSTACLE_TEXT;
  if (isShort && obstacles.wall.some((phrase) => said.includes(phrase)))
    throw new Problem('FORBIDDEN', 'the site answered with a check for robots instead of the page');
  if (isShort && obstacles.missing.some((phrase) => said.includes(phrase)))
    throw new Problem('NOT_FOUND', 'the page says that there is no such page');
  if (
    length < SHORTEST_ARTICLE &&
    (obstacles.script.some((phrase) => said.includes(phrase)) || (hasScripts && pageLength < SHORTEST_ARTICLE * 2))
  ) {
    throw new Problem('NOT_AN_ARTICLE', 'the page is an empty shell that JavaScript fills in');
  }
}

/** More than half of an article's characters in links, or hardly a finished sentence, makes it a list. */
const LINKED_SHARE = 0.5;
const LIST_BLOCKS = 8;
/** Menus and lists have shorter entries. */
const PARAGRAPH = 150;

function refuseNoArticle(blocks: readonly PageBlock[], signs: PageSigns, metadata: PageMetadata, length: number): void {
  const sentences = blocks.filter(
    ({ text }) => /[.!?。！？؟।…]["”’»」)\]]{0,3}(?:$|\s)|[。！？]/.test(text) || text.length >= PARAGRAPH,
  );
  const prose = lengthOf(sentences.filter((block) => block.linked < LINKED_SHARE * block.text.length));
  if (length < SHORTEST_ARTICLE && (signs.hasPlayer || /video/.test(metadata.type ?? '')))
    throw new Problem('NOT_AN_ARTICLE', 'the page holds a film or a recording and next to no text');
  if (length === 0) throw new Problem('NOT_AN_ARTICLE', 'the page holds no text that reads like an article');
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  if (linked > LINKED_SHARE * length && prose < length / 2)
    throw new Problem('NOT_AN_ARTICLE', 'the page is a list of links');
  if (blocks.length >= LIST_BLOCKS && prose < length / 10)
    throw new Problem('NOT_AN_ARTICLE', 'the page is a list without sentences');
  if (prose === 0 && length < 2 * SHORTEST_ARTICLE)
    throw new Problem('NOT_AN_ARTICLE', 'the page holds no whole sentence');
}
