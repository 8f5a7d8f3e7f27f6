import type { Span } from '#core/article.ts';

/** "called the suit baseless", "said the report was false". */
export function isRebuttal(text: string, content: readonly Span[]): boolean {
  const last = content.at(-1);
  if (last === undefined) return false;
  const words = text.slice(Math.max(last.start, last.end - REBUTTAL_REACH), last.end);
  return REBUTTAL.test(words) || NO_SUCH.test(text.slice(last.start, last.start + REBUTTAL_REACH));
}

const REBUTTAL =
  /(?:\b(?:is|are|was|were|as|report|claims?|allegations?|accusations?|charges?|suit|lawsuit|story|reports|idea|rumou?rs?)\s|[“"‘'])(?:\p{L}+ly )?(?:a |an )?(?:(?:absolute|complete|sheer|total|utter) |\p{L}+ (?=(?:nonsense|rubbish|fiction|fantasy|lies|fabrications?)\b))?(?:false|untrue|not true|baseless|meritless|unfounded|groundless|lies?|nonsense|fiction|fabrications?|fabricated|made up(?! of)|forgery|fairy tale|rubbish|without merit|without foundation|(?:pure|plain) invention)\b/iu;
/** "No such offer had reached him", "she has seen no evidence of this": at the front of what is said. */
const NO_SUCH =
  /^(?:that )?(?:there (?:is|was|were|(?:has|have|had) been) )?no such\s|^(?:that )?\p{L}+ (?:has |have |had )?(?:saw|seen|found) no evidence\b|^[“"‘']?the \p{Lu}[\p{L} ]{0,30} (?:is|are|was|were) (?:simply |just |quite )?(?:mistaken|wrong|lying)(?=[.,;!]|$)/iu;
/** Where in the content a rebuttal is looked for, in characters from its end, or from its front. */
const REBUTTAL_REACH = 90;
