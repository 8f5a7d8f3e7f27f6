import type { DomDocument } from './dom.ts';
import { oneLine } from './one-line.ts';

/** The content of the first meta element of the first of these names that has one. */
export type Meta = (...names: string[]) => string | null;

/** The meta elements of a page, by property, name or itemprop. */
export function metaOf(document: DomDocument): Meta {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = oneLine(element.getAttribute('content') ?? '');
    for (const key of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name !== undefined && content !== '' && !values.has(name)) values.set(name, content);
    }
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null;
}
