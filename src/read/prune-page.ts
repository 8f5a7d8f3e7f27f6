import words from './data/boilerplate-words.json' with { type: 'json' };
import { type DomDocument, type DomElement, isElement, isText } from './dom.ts';
import { walk } from './page-blocks.ts';

const DROP: ReadonlySet<string> = new Set(words.drop);
const DROP_INLINE: ReadonlySet<string> = new Set(words['drop-inline']);
const KEEP: ReadonlySet<string> = new Set(words.keep);

const DROPPED_TAGS: ReadonlySet<string> = new Set(
  'figcaption aside nav footer form button noscript dialog select iframe template'.split(' '),
);
/** Never judged by their names: too much hangs on them, or their names say nothing. */
const SPARED_TAGS: ReadonlySet<string> = new Set('html body article main a b i em strong h1 title head'.split(' '));
const DROPPED_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'dialog',
  'alert',
  'menu',
]);

/** An element with more of the page's text than this is the page, whatever it is called. */
const MOST_OF_PAGE = 0.3;
/** A part of this size with a bad name may still be the article. */
const LARGE_SHARE = 0.15;
const LARGE_TEXT = 1_500;
/** Four paragraphs of prose with few links, under whatever name, are kept. */
const PROSE_TEXT = 600;
const PROSE_PARAGRAPHS = 4;
const PROSE_LINKS = 0.35;
/** Longer lists of names are generated and say nothing. */
const LONGEST_NAMES = 300;

type Weight = { text: number; links: number; paragraphs: number };

/** Takes from a document what is plainly no article: menus, captions, sharing, related links, notices. Changes the document. */
export function prunePage(document: DomDocument): void {
  const body = document.body;
  if (body === null) return;
  const { weights, order } = weigh(body);
  const total = weights.get(body)?.text || 1;
  const gone = new Set<DomElement>();
  for (const element of order) {
    const { parentNode } = element;
    if (parentNode !== null && isElement(parentNode) && gone.has(parentNode)) gone.add(element);
    else if (isBoilerplate(element, weights.get(element) ?? { text: 0, links: 0, paragraphs: 0 }, total)) {
      gone.add(element);
      element.remove();
    }
  }
}

function isBoilerplate(element: DomElement, weight: Weight, total: number): boolean {
  const tag = element.tagName.toLowerCase();
  if (tag === 'body') return false;
  if (weight.text < MOST_OF_PAGE * total) {
    if (DROPPED_TAGS.has(tag) || isHidden(element)) return true;
    if (tag === 'time' && element.parentNode?.nodeName.toLowerCase() !== 'p') return true;
  }
  if (SPARED_TAGS.has(tag)) return false;
  const names = namesOf(element);
  if (names === null || weight.text > MOST_OF_PAGE * total) return false;
  const isInline = tag === 'span' || tag === 'p';
  if (names.some((name) => KEEP.has(name)) || !names.some((name) => (isInline ? DROP_INLINE : DROP).has(name)))
    return false;
  if (weight.text > LARGE_SHARE * total && weight.text > LARGE_TEXT) return false;
  return !(
    weight.text > PROSE_TEXT &&
    weight.paragraphs >= PROSE_PARAGRAPHS &&
    weight.links < PROSE_LINKS * weight.text
  );
}

function isHidden(element: DomElement): boolean {
  if (DROPPED_ROLES.has(element.getAttribute('role') ?? '')) return true;
  if (element.getAttribute('aria-hidden') === 'true' || element.getAttribute('hidden') !== null) return true;
  if (element.getAttribute('itemprop') === 'author' || element.getAttribute('rel') === 'author') return true;
  return /display:\s?none/i.test((element.getAttribute('style') ?? '').slice(0, LONGEST_NAMES));
}

/** The words of an element's class and id, and every two that follow each other: "share", "bar", "share-bar". */
function namesOf(element: DomElement): string[] | null {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim();
  if (names === '' || names.length > LONGEST_NAMES) return null;
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .flatMap((name) => {
      const parts = name.split(/[_-]+/).filter((part) => part !== '');
      const pairs = parts.slice(1).map((part, i) => `${parts[i]}-${part}`);
      const triples = parts.slice(2).map((part, i) => `${parts[i]}-${parts[i + 1]}-${part}`);
      return [...parts, ...pairs, ...triples];
    });
}

/** For every element its characters of text, of linked text, and its paragraphs; and the elements in document order. */
function weigh(body: DomElement): { weights: Map<DomElement, Weight>; order: DomElement[] } {
  const weights = new Map<DomElement, Weight>();
  const order: DomElement[] = [];
  const open: Weight[] = [];
  let links = 0;
  walk(
    body,
    (node) => {
      const top = open.at(-1);
      if (isText(node)) {
        const length = (node.nodeValue ?? '').trim().length;
        if (top !== undefined) {
          top.text += length;
          if (links > 0) top.links += length;
        }
        return false;
      }
      if (!isElement(node)) return false;
      const tag = node.tagName.toLowerCase();
      if (tag === 'script' || tag === 'style') return false;
      if (tag === 'a') links++;
      const weight = { text: 0, links: 0, paragraphs: tag === 'p' ? 1 : 0 };
      weights.set(node, weight);
      order.push(node);
      open.push(weight);
      return true;
    },
    (node) => {
      if (isElement(node) && node.tagName.toLowerCase() === 'a') links--;
      const weight = open.pop();
      const above = open.at(-1);
      if (weight === undefined || above === undefined) return;
      above.text += weight.text;
      above.links += weight.links;
      above.paragraphs += weight.paragraphs;
    },
  );
  return { weights, order };
}
