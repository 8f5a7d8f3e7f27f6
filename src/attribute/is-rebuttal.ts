import type { Span } from '#core/article.ts';

/** "called the suit baseless", "said the report was false". */
export function isRebuttal(text: string, content: readonly Span[]): boolean {
  const last = content.at(-1);
  if (last === undefined) return false;
  const words = text.slice(Math.max(last.start, last.end - REBUTTAL_REACH), last.end);
  return REBUTTAL.test(words);
}

const REBUTTAL =
  /(?:\b(?:is|are|was|were|as|report|claims?|allegations?|accusations?|charges?|suit|lawsuit|story|reports|idea|rumou?rs?)\s|[“"‘'])(?:simply |completely |totally |entirely |utterly |categorically )?(?:a |an )?(?:false|untrue|not true|baseless|meritless|unfounded|groundless|lies?|nonsense|fiction|fabrication|forgery|fairy tale|rubbish|without merit|without foundation|pure invention)\b/i;
/** Where in the content a rebuttal is looked for, in characters from its end. */
const REBUTTAL_REACH = 90;
