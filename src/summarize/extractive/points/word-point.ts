import type { Article } from '#core/article.ts';
import { isInDoubt } from '#core/is-in-doubt.ts';
import type { Passage } from '../read-passages.ts';
import { holds } from './is-held.ts';
import { leavesPersonOut } from './is-statement.ts';
import { isTouchedOn } from './is-touched-on.ts';
import { leavesThingOut } from './leaves-thing-out.ts';
import { openingOf, withoutDateline } from './opening-of.ts';
import { quotePoint } from './quote-point.ts';
import { closeQuotations, endSentence } from './sentence-ends.ts';
import { stripCue, stripOutlet } from './strip-cue.ts';
import { withoutPictureNotes } from './without-picture-notes.ts';
import type { Wording } from './wording.ts';

/** More words than this in two sentences are a paragraph, not a point. */
const LONGEST_PAIR_WORDS = 50;

/**
 * A passage as a point: a quotation alone where it says the most, the statement without its cue where that is a true
 * sentence, or the sentence whole, with the one before where it leans on that. Words are the article's, always.
 */
export function wordPoint(passage: Passage, passages: readonly Passage[], article: Article): Wording {
  const short = quotePoint(passage, passages, article) ?? stripCue(passage, article);
  if (short !== null) return short;
  const whole = wholePoint(passage, passages, article);
  const beside = whole.passages.length > 1 ? null : stripOutlet(passage, article);
  return beside === null ? whole : { ...whole, beside };
}

/**
 * A sentence that leans on the one before it, to be read right behind a point that holds that one. Its "but" stays: it ties the two
 * together. Null where it stands by itself.
 */
export function followPoint(passage: Passage, article: Article): Wording | null {
  if (!leansBack(passage, article.language)) return null;
  const text = withoutDateline(closeQuotations(passage.span, article, passage.quotations));
  return { ...wordingOf([passage], text, false, article), follows: true };
}

/** The sentence with all that it says, its credit too. */
export function wholePoint(passage: Passage, passages: readonly Passage[], article: Article): Wording {
  const isDangling = leansBack(passage, article.language);
  const before = passages[passage.index - 1];
  if (isDangling && before !== undefined && canLead(before, passage, article.language)) {
    const span = { start: before.span.start, end: passage.span.end };
    const text = openingOf(
      closeQuotations(span, article, before.quotations.concat(passage.quotations)),
      article.language,
    );
    return wordingOf([before, passage], text.text, false, article);
  }
  const text = openingOf(closeQuotations(passage.span, article, passage.quotations), article.language).text;
  return wordingOf([passage], text, isDangling, article);
}

function wordingOf(passages: readonly Passage[], text: string, isDangling: boolean, article: Article): Wording {
  return {
    text: endSentence(withoutPictureNotes(text, article.language)),
    evidence: passages.map(({ span }) => span),
    attributions: idsOf(passages, article),
    isDangling,
    passages: passages.map(({ index }) => index),
  };
}

/** Whoever opens an article so keeps the name for later; "these figures", "this granny" are those of the headline. */
const SOMEONE = /^["“‘'«„]*(?:s?he|his|hers?|him)\b/iu;

/**
 * Whether it speaks of someone or something that only the sentences before name. What stands in quotation marks is not
 * looked at: there people speak of themselves and of what is around them.
 */
function leansBack({ text, opens }: Passage, language: string): boolean {
  if (opens && !SOMEONE.test(text)) return false;
  const unquoted = outsideMarks(text);
  return (
    openingOf(text, language).isDangling ||
    leavesPersonOut(unquoted, language) ||
    leavesThingOut(unquoted, language) ||
    leavesFigureOut(text, language)
  );
}

/** A word or two in marks: “the four “gaps” that he named”. */
const TERM = /["“«„]\p{L}+(?: \p{L}+){0,2}["”»“](?=[ ,])/gu;

/** The sentence up to its first quotation; a term in marks is none. */
function outsideMarks(text: string): string {
  const plain = /^["“‘«„]/u.test(text) ? text : text.replace(TERM, (term) => term.slice(1, -1));
  return plain.split(/["“‘«„]/u, 1)[0] ?? '';
}

/** "Put the figure at 40": at which figure, only the sentence before tells. One that has a figure before may mean that. */
function leavesFigureOut(text: string, language: string): boolean {
  const [before, ...rest] = text.split(/\b(?:put|puts|putting) (?:the|that) (?:figure|number|total|sum|amount)\b/u);
  return language.startsWith('en') && /^ at\b/u.test(rest[0] ?? '') && !/\d/u.test(before ?? '');
}

/**
 * Whether the sentence before can stand in front of this one: clear by itself, short enough, and in the same paragraph, where a person
 * is meant; a thing may stand in the paragraph before. Not a quotation alone, whose speaker nobody sees.
 */
function canLead(before: Passage, passage: Passage, language: string): boolean {
  const reach = openingOf(passage.text, language).isDangling ? 0 : 1;
  if (!before.isProse || passage.paragraph - before.paragraph > reach) return false;
  if (leansBack(before, language) || /^["“‘'«„].{0,500}["”’'»]$/u.test(before.text)) return false;
  return countWords(before.text) + countWords(passage.text) <= LONGEST_PAIR_WORDS;
}

/**
 * What somebody reports of whom we are not sure is credited to nobody, nor what stands beside it: the sentences themselves say who told it. Nor is a sentence of the
 * article's own that only touches on what somebody said: "If we hear Holm well when she says that …, her plan is to wait".
 */
function idsOf(passages: readonly Passage[], article: Article): string[] {
  if (passages.some((passage) => passage.attributions.some((one) => isInDoubt(one, passage.span)))) return [];
  const sure = passages.flatMap((passage) =>
    passage.attributions
      .filter((inner) => !passage.unsure.some((outer) => holds(outer, inner)))
      .map((one) => ({ id: one.id, isMain: !isTouchedOn(one, passage, article) })),
  );
  return sure.some(({ isMain }) => isMain) ? [...new Set(sure.map(({ id }) => id))] : [];
}

function countWords(text: string): number {
  return text.split(' ').length;
}
