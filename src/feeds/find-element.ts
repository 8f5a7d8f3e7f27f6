import { decodeXml } from './decode-xml.ts';
import type { Element } from './read-markup.ts';

const CDATA = '<![CDATA[';
const NOTHING = /^(?:\s|<!\[CDATA\[|\]\]>)*$/;

/** The children of these names, in the order of the document. */
export function findElements(element: Element, names: readonly string[]): Element[] {
  return element.children.filter(({ name }) => names.includes(name));
}

/** The first child of the first of these names that is there and not empty. */
export function findElement(element: Element, names: readonly string[]): Element | null {
  for (const name of names) {
    const found = findElements(element, [name]).find((child) => !isEmpty(child));
    if (found !== undefined) return found;
  }
  return null;
}

/** A picture alone is no text, and is something. */
function isEmpty({ children, inner }: Element): boolean {
  return children.length === 0 && NOTHING.test(inner);
}

/** All text inside, decoded, markup and comments left out. */
export function textOf({ inner }: Element): string {
  if (!inner.includes('<')) return decodeXml(inner).trim();
  const parts: string[] = [];
  let at = 0;
  for (let start = inner.indexOf(CDATA); start >= 0; start = inner.indexOf(CDATA, at)) {
    const end = inner.indexOf(']]>', start);
    parts.push(withoutTags(inner.slice(at, start)), inner.slice(start + CDATA.length, end < 0 ? inner.length : end));
    at = end < 0 ? inner.length : end + 3;
  }
  parts.push(withoutTags(inner.slice(at)));
  return parts.join('').trim();
}

function withoutTags(markup: string): string {
  return decodeXml(markup.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>?/g, ''));
}

/** The text of the first of these that has any, or null. */
export function findText(element: Element, names: readonly string[]): string | null {
  const found = findElement(element, names);
  return found === null ? null : textOf(found) || null;
}
