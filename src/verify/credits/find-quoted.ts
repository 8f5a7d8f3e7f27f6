import type { Span } from '#core/article.ts';
import { findLetters, type Letters, toLetters } from '../words/letters.ts';

/** What may be left out where a quotation shows "…": a sentence or three. Farther apart, two remarks are made into one. */
const ELLIPSIS_REACH = 600;

/** What one pair of [brackets] may stand for: "[the minister]" for a name, a title and a clause; not for a sentence. */
const BRACKET_REACH = 80;

/** What a quotation leaves out or puts in words of its own. */
const GAP = /…|\.\s?\.\s?\.[.\s]*|\[[^[\]]{0,200}\]/gu;

/** Marks of the sentence around it, which stand inside the quotation marks by custom. */
const EDGE = new Set(['.', ',', ';', ':', "'", '-', '、', '。', '，']);

/** "[T]he" only changes a letter's case. */
const BRACKETED_LETTER = /\[(\p{L})\](?=\p{L})/gu;

type Piece = { readonly words: string; readonly reach: number };

/**
 * Where quoted words stand in a text, null where they do not: letter for letter but for spaces, letter case, the style
 * of marks and dashes, and the punctuation at either end. "…" joins pieces that stand in this order, each at most
 * `ELLIPSIS_REACH` characters after the one before; "[words]" stand for at most `BRACKET_REACH` characters.
 */
export function findQuoted(quote: string, letters: Letters): Span | null {
  const whole = findLetters(trimEdges(toLetters(quote).chars), letters);
  if (whole !== null) return toPlace([whole], letters);
  const pieces = toPieces(quote.replace(BRACKETED_LETTER, '$1'));
  if (pieces.length === 0) return null;
  const [first] = pieces;
  let from = 0;
  // Every place of the first piece is tried, since the right one need not be the first.
  for (let tries = 0; first !== undefined && tries < MOST_PLACES; tries += 1) {
    const start = findLetters(first.words, letters, from);
    if (start === null) return null;
    const rest = followPieces(pieces.slice(1), start, letters);
    if (rest !== null) return toPlace([start, ...rest], letters);
    from = start.start + 1;
  }
  return null;
}

/** Places of a first piece that are tried. A first piece that is more common than this ("the") says little anyway. */
const MOST_PLACES = 50;

function followPieces(pieces: readonly Piece[], start: Span, letters: Letters): Span[] | null {
  const found: Span[] = [];
  let last = start;
  for (const { words, reach } of pieces) {
    const next = findLetters(words, letters, last.end);
    if (next === null || next.start - last.end > reach) return null;
    found.push(next);
    last = next;
  }
  return found;
}

function toPieces(quote: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let reach = 0;
  const add = (part: string): void => {
    const words = trimEdges(toLetters(part).chars);
    if (words !== '') pieces.push({ words, reach });
  };
  for (const gap of quote.matchAll(GAP)) {
    add(quote.slice(at, gap.index));
    reach = gap[0].startsWith('[') ? BRACKET_REACH : ELLIPSIS_REACH;
    at = gap.index + gap[0].length;
  }
  add(quote.slice(at));
  return pieces;
}

function trimEdges(chars: string): string {
  let start = 0;
  let end = chars.length;
  while (start < end && EDGE.has(chars.charAt(start))) start += 1;
  while (start < end && EDGE.has(chars.charAt(end - 1))) end -= 1;
  return chars.slice(start, end);
}

/** From the first to the last found character, as offsets of the text itself. */
function toPlace(found: readonly Span[], { at }: Letters): Span {
  const first = found[0]?.start ?? 0;
  const last = (found.at(-1)?.end ?? 1) - 1;
  return { start: at[first] ?? 0, end: (at[last] ?? 0) + 1 };
}
