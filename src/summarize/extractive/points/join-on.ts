import type { Article } from '#core/article.ts';
import type { Passage } from '../read-passages.ts';
import { followPoint, wholePoint } from './word-point.ts';
import type { Wording } from './wording.ts';

/**
 * The points with a sentence that leans on one of them right behind that one, as they stand in the article: "The bakery is sold." "It
 * goes to its oldest apprentice." The first is whole again where its credit was taken off, since the second may mean whoever said it.
 * Null where none of the points ends in the sentence before.
 */
export function joinOn(
  passage: Passage,
  points: readonly Wording[],
  passages: readonly Passage[],
  article: Article,
): Wording[] | null {
  const at = points.findIndex((point) => point.passages.at(-1) === passage.index - 1);
  const lead = points[at];
  const before = passages[passage.index - 1];
  const second = followPoint(passage, article);
  if (lead === undefined || before === undefined || second === null) return null;
  const isWhole = lead.passages.length > 1 || lead.follows === true;
  const first = isWhole ? lead : wholePoint(before, passages, article);
  if (first.isDangling || first.passages.length !== lead.passages.length) return null;
  return [...points.slice(0, at), first, second, ...points.slice(at + 1)];
}
