/** One word of a line; `isQuoted`: it stood in quotation marks, and is what it is. */
export type Word = { readonly text: string; readonly isQuoted: boolean };

/** Marks that group words, with what closes each. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** Marks of direction and joiners that chat programs put into what people paste; they are part of no word. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A line to its words. Quotation marks group where they open a word and something closes them; elsewhere they are letters. */
export function splitWords(line: string): Word[] {
  const words: Word[] = [];
  const text = line.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  let at = 0;
  while (at < text.length) {
    const closing = QUOTES[text[at] ?? ''];
    const end = closing === undefined ? -1 : closingMark(text, at + 1, closing);
    if (end > at) {
      words.push({ text: text.slice(at + 1, end), isQuoted: true });
      at = end + 2;
    } else {
      const space = text.indexOf(' ', at);
      const stop = space < 0 ? text.length : space;
      words.push({ text: text.slice(at, stop), isQuoted: false });
      at = stop + 1;
    }
  }
  return words;
}

/** The mark that closes a group: the first one that ends a word. */
function closingMark(text: string, from: number, mark: string): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const next = text[at + 1];
    if (next === undefined || next === ' ') return at;
  }
  return -1;
}
