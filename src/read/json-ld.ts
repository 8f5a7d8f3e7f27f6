import type { DomDocument } from './dom.ts';

/** One node of a page's linked data: an object with a type. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** A page describes itself in a few hundred nodes; more is a dump. */
const MOST_NODES = 3_000;
/** Longer scripts are data, not a description. */
const LONGEST_SCRIPT = 2_000_000;

/** All typed nodes of a page's JSON-LD, in document order; what cannot be parsed is passed over. */
export function readJsonLd(document: DomDocument): LinkedNode[] {
  const found: LinkedNode[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const queue: unknown[] = [parse(script.textContent ?? '')];
    for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
      const node = queue[i];
      if (Array.isArray(node)) queue.push(...node.slice(0, MOST_NODES));
      else if (isNode(node)) {
        if (node['@type'] !== undefined) found.push(node);
        queue.push(...Object.values(node).filter((value) => typeof value === 'object' && value !== null));
      }
    }
  }
  return found;
}

/** Whether a value is an object of linked data. */
export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a node's type (a name or a list of names) fits. */
export function hasType(node: LinkedNode, type: RegExp): boolean {
  return [node['@type']].flat().some((name) => typeof name === 'string' && type.test(name));
}

/** JSON as pages write it: inside a comment, with raw line ends in strings, with a comma too many. */
function parse(script: string): unknown {
  if (script.length > LONGEST_SCRIPT) return null;
  const text = script
    .trim()
    .replace(/^<!--|-->$/g, '')
    .replace(/^\/\/<!\[CDATA\[|\/\/\]\]>$/g, '');
  for (const attempt of [text, text.replace(/(?! )\p{Cc}/gu, ' ').replace(/,(\s{0,50}[}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The second attempt is the mended one; what neither reads is no JSON.
    }
  }
  return null;
}
