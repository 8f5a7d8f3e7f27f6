import { decodeHTML } from 'entities';
import { isNode } from './json-ld.ts';

/** White space folded, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The name of a node of linked data, or a name given in its place; linked data is often escaped once too often. */
export function lineNamed(value: unknown): string | null {
  const name = isNode(value) ? value.name : value;
  return typeof name === 'string' && oneLine(name) !== '' ? oneLine(decodeHTML(name)) : null;
}

/** Only a text's letters and figures, in lower case, a space between words: for telling whether two lines say the same. */
export function plainLine(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
