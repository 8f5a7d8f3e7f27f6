import type { Article } from '#core/article.ts';

/** How a sentence's number may be written. An article that holds one way of it, as "[3]" for a note, gets the next. */
const MARKS: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['⟦', '⟧'],
  ['{{', '}}'],
  ['<<', '>>'],
];

/** A part of an article: from this sentence on, and up to the one before `to`; counted from 0. */
export type Section = { readonly from: number; readonly to: number };

/**
 * An article's text with its number, from 1 on, before each sentence: nothing else is added, and nothing is left out. Beside it the
 * way in which the numbers are written.
 */
export function numberSentences(
  { text, sentences }: Pick<Article, 'text' | 'sentences'>,
  section: Section = { from: 0, to: sentences.length },
): { readonly text: string; readonly example: string } {
  const [open, close] = MARKS.find(([left, right]) => !holdsMark(text, left, right)) ?? ['[', ']'];
  const start = section.from === 0 ? 0 : (sentences[section.from]?.start ?? text.length);
  const end = section.to >= sentences.length ? text.length : (sentences[section.to]?.start ?? text.length);
  let numbered = '';
  let at = start;
  for (let index = section.from; index < Math.min(section.to, sentences.length); index++) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    numbered += `${text.slice(at, sentence.start)}${open}${index + 1}${close} `;
    at = sentence.start;
  }
  return { text: numbered + text.slice(at, end), example: `${open}1${close}` };
}

function holdsMark(text: string, left: string, right: string): boolean {
  for (let at = text.indexOf(left); at >= 0; at = text.indexOf(left, at + 1)) {
    const end = text.indexOf(right, at);
    if (end >= 0 && /^\d+$/.test(text.slice(at + left.length, end))) return true;
  }
  return false;
}
