import type { Span } from '#core/article.ts';

/** "called the suit baseless", "said the report was false". */
export function isRebuttal(text: string, content: readonly Span[]): boolean {
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return false;
  const frontOf = ({ start }: Span) => text.slice(start, start + REBUTTAL_REACH);
  return (
    REBUTTAL.test(text.slice(Math.max(last.start, last.end - REBUTTAL_REACH), last.end)) ||
    FLAT.test(frontOf(last)) ||
    NO_SUCH.test(frontOf(last)) ||
    OWN_DENIAL.test(frontOf(first))
  );
}

const REBUTTAL =
  /(?:\b(?:is|are|was|were|as|report|claims?|allegations?|accusations?|charges?|suit|lawsuit|story|reports|idea|rumou?rs?)\s|[“"‘'])(?:\p{L}+ly )?(?:a |an )?(?:(?:absolute|complete|sheer|total|utter) |\p{L}+ (?=(?:nonsense|rubbish|fiction|fantasy|lies|fabrications?)\b))?(?:false|untrue|not true|baseless|meritless|unfounded|groundless|lies?|nonsense|fiction|fantasy|fabrications?|fabricated|made up(?! of)|forgery|fairy tale|rubbish|without merit|without foundation|(?:pure|plain) invention)\b/iu;
/** "Not true", "That is rubbish": at the front of what is said. */
const FLAT =
  /^[“"‘']?(?:(?:that|this|it)(?: is| was|[’']s) )?(?:(?:simply|just|completely|absolutely|totally|utterly|entirely|all) )?(?:not true|untrue|(?:total |complete |utter |absolute )?(?:nonsense|rubbish|lies|fiction|fantasy)|a lie|not the case|not what happened)(?=[.,;:!?”"’]|$)/iu;
/** "No such offer had reached him", "she has seen no evidence of this": at the front of what is said. */
const NO_SUCH =
  /^(?:that )?(?:there (?:is|was|were|(?:has|have|had) been) )?no such\s|^(?:that )?(?:\p{L}+ ){1,2}(?:has |have |had )?(?:claimed|done|made|said|seen|signed|written) no such\s|^(?:that )?\p{L}+ (?:has |have |had )?(?:saw|seen|found) no evidence\b|^[“"‘']?the \p{Lu}[\p{L} ]{0,30} (?:is|are|was|were) (?:simply |just |quite )?(?:mistaken|wrong|lying)(?=[.,;!]|$)/iu;
/** "His client denies every charge", "there was no truth in it", "it had done nothing wrong": at the front of what is said. */
const OWN_DENIAL =
  /^[“"‘']?(?:that )?(?:(?:(?:he|she|it|they|we|I|(?:his|her|its|their|my|our) (?:clients?|company|firm|party|side|team)|the (?:agency|bank|club|company|council|department|family|firm|government|group|ministry|party|union|university)) [“"‘']?(?:(?:has|have|had) )?(?:\p{L}+ly )?(?:den(?:y|ies|ied)|reject(?:s|ed)?|refute[sd]?|repudiate[sd]?)\b)|(?:he|she|it|they|we|I) (?:(?:has|have|had) done|did) nothing (?:wrong|improper|illegal)\b|there (?:is|was) (?:absolutely |simply )?no (?:truth|substance|foundation|basis) (?:in|to|for)\b|nothing (?:is|was|could be) further from the truth\b)/iu;
/** Where in the content a rebuttal is looked for, in characters from its end, or from its front. */
const REBUTTAL_REACH = 90;
