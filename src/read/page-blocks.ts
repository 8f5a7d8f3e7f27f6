import { type DomElement, type DomNode, isElement, isText } from './dom.ts';

/** A paragraph, heading, list item or cell of a page, its white space folded. */
export type PageBlock = {
  readonly text: string;
  /** The nearest block element, lower-case: "p", "h2", "li". */
  readonly tag: string;
  /** How many of the text's characters stand in links. */
  readonly linked: number;
  /** Where the last link in it leads, as the page writes it; null without one. */
  readonly leadsTo: string | null;
};

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg math head iframe object button select textarea audio video canvas pre'.split(' '),
);

type Pending = { parts: string[]; linked: number; leadsTo: string | null; tag: string };

/** The blocks of an element in reading order. Walks without recursion: a page may nest a million deep. */
export function pageBlocks(root: DomElement): PageBlock[] {
  const blocks: PageBlock[] = [];
  let pending: Pending = { parts: [], linked: 0, leadsTo: null, tag: 'p' };
  const flush = (tag: string): void => {
    const text = pending.parts.join('').replace(/\s+/g, ' ').trim();
    const { tag: own, linked, leadsTo } = pending;
    if (text !== '') blocks.push({ text, tag: own, linked: Math.min(linked, text.length), leadsTo });
    pending = { parts: [], linked: 0, leadsTo: null, tag };
  };
  const tags: string[] = ['p'];
  let links = 0;
  let target: string | null = null;
  let breaks = 0;
  const enter = (node: DomNode): boolean => {
    if (isText(node)) {
      const value = node.nodeValue ?? '';
      if (value.trim() !== '') breaks = 0;
      pending.parts.push(value);
      if (links > 0 && value.trim() !== '') {
        pending.linked += value.trim().length;
        pending.leadsTo = target;
      }
      return false;
    }
    if (!isElement(node)) return false;
    const name = node.tagName.toLowerCase();
    if (SKIPPED.has(name)) return false;
    if (name === 'br') {
      breaks++;
      const text = pending.parts.join('').trimEnd();
      if (breaks > 1 || /[.!?…:"”’»]$/.test(text)) flush(tags.at(-1) ?? 'p');
      else pending.parts.push(' ');
      return false;
    }
    if (name === 'a') {
      links++;
      target = node.getAttribute('href');
    }
    if (BLOCKS.has(name)) {
      tags.push(name);
      flush(name);
    }
    return true;
  };
  const leave = (node: DomNode): void => {
    if (!isElement(node)) return;
    const name = node.tagName.toLowerCase();
    if (name === 'a') links--;
    if (!BLOCKS.has(name)) return;
    tags.pop();
    flush(tags.at(-1) ?? 'p');
  };
  walk(root, enter, leave);
  flush('p');
  return blocks;
}

/** Visits a tree in document order; `enter` says whether to go inside, `leave` is called for what was entered. */
export function walk(root: DomNode, enter: (node: DomNode) => boolean, leave: (node: DomNode) => void): void {
  let node: DomNode | null = root;
  while (node !== null) {
    const isInside: boolean = enter(node);
    const child: DomNode | null = isInside ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    if (isInside) leave(node);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) leave(node);
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}
