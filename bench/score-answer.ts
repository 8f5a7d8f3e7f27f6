import type { Answer } from '#index.ts';
import { locatePieces } from './locate-pieces.ts';
import { measureOverlap, sizeOf } from './measure-overlap.ts';
import type { GoldQuestion } from './parse-gold.ts';
import { EMPTY, type Tally, tallyOf } from './tally.ts';

/** `found`: the first passage is the right one. `answered` and `abstained` count what the article says and does not say. */
export type AnswerScore = { readonly found: Tally; readonly answered: Tally; readonly abstained: Tally };

/** A passage longer than this, in characters, points at nothing. */
const LONGEST_PASSAGE = 600;

/** The first passage is right when it and the marked one share half of the shorter. */
export function scoreAnswer(question: GoldQuestion, text: string, { answered, evidence }: Answer): AnswerScore {
  if (!question.answerable) return { found: EMPTY, answered: EMPTY, abstained: tallyOf([!answered]) };
  const first = evidence.slice(0, 1);
  const isFound = question.evidence.some((passage) => {
    const place = locatePieces(text, [passage]);
    const shorter = Math.min(sizeOf(place), sizeOf(first));
    return shorter > 0 && sizeOf(first) <= LONGEST_PASSAGE && measureOverlap(place, first) >= shorter / 2;
  });
  return { found: tallyOf([isFound]), answered: tallyOf([answered]), abstained: EMPTY };
}
