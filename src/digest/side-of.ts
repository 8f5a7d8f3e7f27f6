import { contains, overlaps, type Span } from '#core/article.ts';
import type { Account, FoundDifference } from '#core/digest.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';

/** A statement shorter than this says nothing without its sentence. In characters. */
const LEAST_STATEMENT = 25;

/**
 * One account's side: of a sentence the statement that holds the words in question, else all of it, and who says them.
 */
export function sideOf(account: Account, sentence: Span, focus: Span = sentence): FoundDifference['sides'][number] {
  const shown = account.testimony.attributions.filter(({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE);
  const reporting = shown.filter(({ content }) => content.some((piece) => overlaps(piece, focus)));
  const pieces = reporting
    .flatMap(({ content }) => content)
    .filter(
      (piece) => contains(piece, focus) && contains(sentence, piece) && piece.end - piece.start >= LEAST_STATEMENT,
    )
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  return { account, span: pieces[0] ?? sentence, attributions: reporting.map(({ id }) => id) };
}
