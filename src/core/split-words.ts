import { plainText } from './plain-text.ts';

/** One word of a line. `isQuoted`: it stood in quotation marks, and is what it is. `written`: as it was typed, marks and all. */
export type Word = { readonly text: string; readonly isQuoted: boolean; readonly written: string };

/** Marks that group words, with what closes each. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** A link as Slack writes it, `<https://x|label>`: its label may hold spaces, and it is one word all the same. */
const LINK = /<https?:\/\/[^<>|\s]+(?:\|[^<>]*)?>\S*/iy;

/**
 * A line to its words. Quotation marks group where they open a word and something closes them; elsewhere they are letters. Marks of
 * direction and joiners, which chat programs put into what people paste, are part of no word.
 */
export function splitWords(line: string): Word[] {
  const words: Word[] = [];
  const text = plainText(line);
  /** What nothing closes is looked for once, or a line of opening marks would take the square of its length. */
  const unclosed = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const closing = QUOTES[text[at] ?? ''];
    const end = closing === undefined || unclosed.has(closing) ? -1 : closingMark(text, at + 1, closing);
    if (closing !== undefined && end < 0) unclosed.add(closing);
    const stop = end < 0 ? endOfWord(text, at) : end + 1;
    const written = text.slice(at, stop);
    words.push(
      end < 0
        ? { text: written, isQuoted: false, written }
        : { text: text.slice(at + 1, end), isQuoted: true, written },
    );
    at = stop + 1;
  }
  return words;
}

function endOfWord(text: string, at: number): number {
  LINK.lastIndex = at;
  if (LINK.test(text)) return LINK.lastIndex;
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space;
}

/** The mark that closes a group: the first one that ends a word. */
function closingMark(text: string, from: number, mark: string): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const next = text[at + 1];
    if (next === undefined || next === ' ') return at;
  }
  return -1;
}
