import type { Span } from '#core/article.ts';
import stances from '../data/stances-en.json' with { type: 'json' };

/** "called the suit baseless", "said the report was false". */
export function isRebuttal(text: string, content: readonly Span[]): boolean {
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return false;
  const end = text.slice(Math.max(last.start, last.end - REBUTTAL_REACH), last.end);
  const frontOf = ({ start }: Span) => text.slice(start, start + REBUTTAL_REACH);
  return (
    REBUTTAL.test(end) ||
    FLAT.test(frontOf(last)) ||
    NO_SUCH.test(frontOf(last)) ||
    OWN_DENIAL.test(frontOf(first)) ||
    UNTRUE.test(end) ||
    OF_CHARGE.test(text.slice(first.start, last.end).slice(0, REBUTTAL_REACH * 2)) ||
    NO_DEAL.test(frontOf(first))
  );
}

const REBUTTAL =
  /(?:\b(?:is|are|was|were|as|report|claims?|allegations?|accusations?|charges?|suit|lawsuit|story|reports|idea|rumou?rs?)\s|[“"‘'])(?:\p{L}+ly )?(?:a |an )?(?:(?:absolute|complete|sheer|total|utter) |\p{L}+ (?=(?:nonsense|rubbish|fiction|fantasy|lies|fabrications?)\b))?(?:false|untrue|not true|baseless|meritless|unfounded|groundless|lies?|nonsense|(?<=(?:\bas|[“"‘']|\b(?:it|this|that|reports?|claims?|story|stories|allegations?|accusations?|idea)(?: (?:is|are|was|were))?) (?:pure |sheer |total |complete |utter |an? )?|[“"‘'](?:pure |an? )?)(?:fiction|fantasy)|fabrications?|fabricated|made up(?! of)|forgery|fairy tale|rubbish|without merit|without foundation|(?:pure|plain) invention)\b/iu;
/** "Not true", "That is rubbish": at the front of what is said. */
const FLAT =
  /^[“"‘']?(?:(?:that|this|it)(?: is| was|[’']s) )?(?:(?:simply|just|completely|absolutely|totally|utterly|entirely|all) )?(?:not true|untrue|(?:total |complete |utter |absolute )?(?:nonsense|rubbish|lies|fiction|fantasy)|a lie|not the case|not what happened)(?=[.,;:!?”"’]|$)/iu;
/** "No such offer had reached him", "she has seen no evidence of this": at the front of what is said. */
const NO_SUCH =
  /^(?:that )?(?:there (?:is|was|were|(?:has|have|had) been) )?no such\s|^(?:that )?(?:\p{L}+ ){1,2}(?:has |have |had )?(?:claimed|done|made|said|seen|signed|written) no such\s|^(?:that )?\p{L}+ (?:has |have |had )?(?:saw|seen|found) no evidence\b|^[“"‘']?the \p{L}+(?: \p{L}+)? (?:is|are|was|were) (?:simply |just |quite )?(?:mistaken|lying)(?=[.,;!]|$)/iu;
/** "His client denies every charge", "there was no truth in it", "it had done nothing wrong": at the front of what is said. */
const OWN_DENIAL =
  /^[“"‘']?(?:that )?(?:(?:(?:he|she|it|they|we|I|(?:his|her|its|their|my|our) (?:clients?|company|firm|party|side|team)|the (?:agency|bank|club|company|council|department|family|firm|government|group|ministry|party|union|university)) [“"‘']?(?:(?:has|have|had) )?(?:\p{L}+ly )?(?:den(?:y|ies|ied)|reject(?:s|ed)?|refute[sd]?|repudiate[sd]?)\b)|(?:he|she|it|they|we|I) (?:(?:has|have|had) done|did) nothing (?:wrong|improper|illegal)\b|there (?:is|was) (?:absolutely |simply )?no (?:truth|substance|foundation|basis) (?:in|to|for)\b|nothing (?:is|was|could be) further from the truth\b)/iu;
const any = (list: readonly string[]) => list.join('|');
const charges = `(?:(?:${any(stances.charges)}|${any(stances.accounts)})s?|stories)`;
const ADVERBS = '(?:(?:\\p{L}+ly|just|quite) )?';
/** "The report was inaccurate", "it untrue": at the end of what is said. */
const UNTRUE = new RegExp(
  `\\b(?:is|are|was|were|it|as|${charges}) [“"‘']?${ADVERBS}(?:an? )?(?:${any(stances.untrue)})[.,”"’'!]*$`,
  'iu',
);
/** "The claims “ridiculous”", "this was wrong": hard words deny where they are said of a charge. */
const OF_CHARGE = new RegExp(
  `^(?:(?:(?:that|the|these|this|those|his|her|its|their|any|all|such) )?(?:\\p{L}+ )?${charges}|this|that|it)(?: (?:of|about|that|against|by) .{2,60}?)?(?: (?:is|are|was|were|as)(?! not\\b))? [“"‘']?${ADVERBS}(?:an? )?(?:(?!not )\\p{L}+ )?(?:${any(stances.absurd)})[.,”"’'!]*$`,
  'iu',
);
/** "No agreement had been signed", "there were no talks", "they had made no bid": of what was told before, nothing is so. */
const NO_DEAL = new RegExp(
  `^[“"‘']?(?:that )?(?:no (?:formal |final |such )?(?:${any(stances.dealings)})s? (?:(?:has|have|had) (?:yet )?been|was|were|is|are|had come|came|has come)\\b|there (?:is|are|was|were|(?:has|have|had) been) no (?:formal |final )?(?:${any(stances.dealings)})s?\\b|nothing (?:has|have|had) (?:yet )?been (?:agreed|decided|settled|signed)\\b|(?:it|he|she|they) (?:has |have |had )?(?:made|received|signed|struck|reached) no (?:formal |final )?(?:${any(stances.dealings)})s?\\b)`,
  'iu',
);
/** Where in the content a rebuttal is looked for, in characters from its end, or from its front. */
const REBUTTAL_REACH = 90;
