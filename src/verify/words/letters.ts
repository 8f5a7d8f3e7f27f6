import type { Span } from '#core/article.ts';
import { isSpaceless } from './is-spaceless.ts';

/** A text without spaces, in one letter case, with one kind of mark and dash; `at` says where each character stood. */
export type Letters = { readonly text: string; readonly chars: string; readonly at: Uint32Array };

const SPACE = /\s/u;
const MARK = /["“”„‟«»‹›「」『』‘’‚‛`´＂＇]/u;
const DASH = /[‐‑‒–—―−]/u;

/** Two single marks are one double mark, and a run of dots is one dot. */
export function toLetters(text: string): Letters {
  const chars: string[] = [];
  const at = new Uint32Array(text.length);
  const folded = new Map<string, string>();
  let last = '';
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const letter = folded.get(char) ?? foldChar(char);
    folded.set(char, letter);
    if (letter === '' || ((letter === "'" || letter === '.') && last === letter)) continue;
    at[chars.length] = i;
    chars.push(letter);
    last = letter;
  }
  return { text, chars: chars.join(''), at: at.slice(0, chars.length) };
}

/** One UTF-16 unit to one UTF-16 unit, so that places can be kept; a space to nothing. */
function foldChar(char: string): string {
  if (SPACE.test(char)) return '';
  if (char === '…') return '.';
  if (MARK.test(char)) return "'";
  if (DASH.test(char)) return '-';
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

const WORD = /[\p{L}\p{N}]/u;

/** Where these words stand as whole words, from `from` (an offset into `chars`) on; null where they do not. */
export function findLetters(sought: string, { text, chars, at }: Letters, from = 0): Span | null {
  if (sought === '') return null;
  for (let start = chars.indexOf(sought, from); start >= 0; start = chars.indexOf(sought, start + 1)) {
    const end = start + sought.length;
    if (isWholeWord(text, at, start, end)) return { start, end };
  }
  return null;
}

/** No word of the text is cut at either end. Scripts without spaces have no word ends to be cut. */
function isWholeWord(text: string, at: Uint32Array, start: number, end: number): boolean {
  const first = at[start] ?? 0;
  const last = at[end - 1] ?? 0;
  return !(isJoined(text, first - 1) || isJoined(text, last));
}

const IN_NUMBER = /^\d[.,]\d$/u;

function isJoined(text: string, left: number): boolean {
  if (
    IN_NUMBER.test(text.slice(Math.max(0, left - 1), left + 2)) ||
    IN_NUMBER.test(text.slice(Math.max(0, left), left + 3))
  )
    return true;
  const pair = [text.charAt(left), text.charAt(left + 1)];
  return pair.every((char) => WORD.test(char)) && !pair.some((char) => isSpaceless(char));
}
