/** A number, word or sign of the text in which figures are looked for. */
export type Piece = { readonly start: number; readonly end: number; readonly lower: string; readonly raw: string };

/** The pieces of a text by their place; `isSpaced`: the language parts thousands by spaces. Linear in the text's length. */
export function cutPieces(text: string, isSpaced: boolean): Piece[] {
  return [...text.matchAll(isSpaced ? SPACED_PIECES : PIECES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    lower: match[0].toLowerCase(),
    raw: match[0],
  }));
}

/** The same where thousands are parted by spaces ("1 234,5"). */
const SPACED_PIECES =
  /(?:US|A|C|HK|NZ)?[$£€¥₹₽₩]|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:\u00a0\u202f]\d+)*|\p{L}[\p{L}\p{M}]*|%/gu;

const PIECES = /(?:US|A|C|HK|NZ)?[$£€¥₹₽₩]|\d+(?:[.,:\u00a0\u202f]\d+)*|\p{L}[\p{L}\p{M}]*|%/gu;

/** What stands between two neighbours; null where there is no neighbour. */
export function gap(text: string, before: Piece | undefined, after: Piece | undefined): string | null {
  return before === undefined || after === undefined ? null : text.slice(before.end, after.start);
}
