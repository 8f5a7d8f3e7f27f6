import { type Article, contains, overlaps, type Span, textAt } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import { readTokens } from '#language/read-tokens.ts';
import clauses from './data/clause-verbs.json' with { type: 'json' };
import { holds } from './is-held.ts';
import { isMainCue } from './is-main-cue.ts';
import { leavesPersonOut } from './is-statement.ts';
import { leavesThingOut } from './leaves-thing-out.ts';
import { openingOf, withoutDateline } from './opening-of.ts';
import { quotePoint } from './quote-point.ts';
import type { Passage } from './read-passages.ts';
import { closeQuotations, endSentence } from './sentence-ends.ts';
import { stripCue, stripOutlet } from './strip-cue.ts';
import { withoutPictureNotes } from './without-picture-notes.ts';
import type { Wording } from './wording.ts';

/** More words than this in two sentences are a paragraph, not a point. */
const LONGEST_PAIR_WORDS = 50;

/** A sentence of the article's own is somebody's statement where that is at least so much of it. */
const LEAST_SHARE = 0.5;

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
  const [unquoted = ''] = text.split(/["“‘«„]/u, 1);
  return (
    openingOf(text, language).isDangling ||
    leavesPersonOut(unquoted, language) ||
    leavesThingOut(unquoted, language) ||
    leavesFigureOut(text, language)
  );
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
 * What somebody reports of whom we are not sure is credited to nobody: the sentence itself says who told it. Nor is a sentence of the
 * article's own that only touches on what somebody said: "If we hear Holm well when she says that …, her plan is to wait".
 */
function idsOf(passages: readonly Passage[], article: Article): string[] {
  const sure = passages.flatMap((passage) =>
    passage.attributions
      .filter((inner) => !passage.unsure.some((outer) => holds(outer, inner)))
      .map((one) => ({ id: one.id, isMain: !isTouchedOn(one, passage, article) })),
  );
  return sure.some(({ isMain }) => isMain) ? [...new Set(sure.map(({ id }) => id))] : [];
}

/** What opens a clause that stands before the sentence's own; “while” and “where” set two against each other. */
const FRONTS: ReadonlySet<string> = new Set(clauses.fronts);

/** "…, saying that": whoever did what the sentence tells said it too. */
const SAYING = /^\p{L}+ing\b/u;

/** A statement that is the smaller part of its sentence, where the sentence is not there to report it. */
function isTouchedOn({ cue, content }: Attribution, { span }: Passage, article: Article): boolean {
  if (cue === null || !contains(span, cue) || SAYING.test(textAt(article.text, cue))) return false;
  const share = content.reduce((sum, one) => sum + lengthWithin(one, span), 0) / (span.end - span.start);
  if (share >= LEAST_SHARE) return false;
  return isNoun(cue, span, article) || isFronted(cue, span, article) || !isMainCue(cue, content, span, article);
}

/** "His hint that …" is a thing that the sentence tells of. */
function isNoun(cue: Span, sentence: Span, { text, language }: Article): boolean {
  return readTokens(text, [sentence], language).some((token) => overlaps(token, cue) && token.tag === 'NOUN');
}

/** "If we hear her well when she says that …, …": in a clause before the sentence's own. */
function isFronted(cue: Span, sentence: Span, { text }: Article): boolean {
  const before = text.slice(sentence.start, cue.start);
  const [first = ''] = before.toLowerCase().match(/\p{L}+/u) ?? [];
  return FRONTS.has(first) && !before.includes(',');
}

function lengthWithin(one: Span, whole: Span): number {
  return Math.max(0, Math.min(one.end, whole.end) - Math.max(one.start, whole.start));
}

function countWords(text: string): number {
  return text.split(' ').length;
}
