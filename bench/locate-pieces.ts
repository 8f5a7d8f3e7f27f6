import type { Span } from '#index.ts';

const WORD = /[\p{L}\p{N}]/u;

/** A quotation mark that opens in one of the languages, with the no-break space that French has behind it. */
const OPENS_BEFORE = /["“‘'„‚«»‹›][\u00a0\u202f]?$/;

/**
 * Where the pieces of a marked statement stand: whole words, each piece after the one before, from `from` on; failing that
 * anywhere. A piece of one word ("He") that begins a split statement is taken where it stands nearest before the next piece.
 * Throws an Error where a piece is not in the text.
 */
export function locatePieces(text: string, pieces: readonly string[], from = 0): Span[] {
  const spans: Span[] = [];
  let at = from;
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const start =
      next !== undefined && !piece.includes(' ') ? beforeNext(text, piece, next, at) : find(text, piece, at);
    spans.push({ start, end: start + piece.length });
    at = start + piece.length;
  });
  return spans;
}

/** A term stands in quotation marks: that place, else its first. */
export function locateTerm(text: string, term: string): Span {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (OPENS_BEFORE.test(text.slice(0, at))) return { start: at, end: at + term.length };
  }
  const start = find(text, term, 0);
  return { start, end: start + term.length };
}

function beforeNext(text: string, piece: string, next: string, from: number): number {
  const end = find(text, next, from);
  for (let at = text.lastIndexOf(piece, end - 1); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(piece, at - 1)) {
    if (standsAlone(text, at, piece)) return at;
  }
  return find(text, piece, from);
}

function find(text: string, piece: string, from: number): number {
  const place = findFrom(text, piece, from) ?? findFrom(text, piece, 0);
  if (place !== null) return place;
  const anywhere = text.indexOf(piece);
  if (anywhere >= 0) return anywhere;
  throw new Error(`not in the text: ${piece}`);
}

function findFrom(text: string, piece: string, from: number): number | null {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (standsAlone(text, at, piece)) return at;
  }
  return null;
}

function standsAlone(text: string, at: number, piece: string): boolean {
  const end = at + piece.length;
  const joinsBefore = WORD.test(text[at - 1] ?? '') && WORD.test(piece[0] ?? '');
  const joinsAfter = WORD.test(text[end] ?? '') && WORD.test(piece.at(-1) ?? '');
  return !joinsBefore && !joinsAfter;
}
