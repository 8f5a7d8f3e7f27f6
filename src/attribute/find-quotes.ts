import type { Span } from '#core/article.ts';
import { findQuotations } from '#language/find-quotations.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import naming from './data/naming-en.json' with { type: 'json' };
import { trimSpan } from './trim-span.ts';

/**
 * A stretch in quotation marks. `utterance`: whole sentences that somebody spoke; `fragment`: words taken over into a
 * sentence of the article; `term`: a title, a nickname, a technical term, a word held at arm's length.
 */
export type Quote = {
  readonly outer: Span;
  readonly inner: Span;
  readonly shape: 'utterance' | 'fragment' | 'term';
  readonly isClosed: boolean;
};

/** Words that introduce a name and not a speech. */
const NAMING = phrasePattern('before', naming.naming);
const CALLED_SOMETHING = /called[,:]?\s?$/iu;
/** What stands behind these is a title or a name, whatever marks it ends with: titled “Who Goes There?”, sold as “EverLamp,”. */
const TITLED = phrasePattern('before', naming.titled);
/** "Dubbed by the crowd “the Goat”", "known to sailors as “the Gut”": who calls it so stands between. */
const NAMED_BY =
  /(?:^|[^\p{L}])(?:nicknamed|dubbed|christened|(?:re)?branded|known|called|labell?ed|billed|baptised|baptized)\s(?:by|to|among|in|on|at|as|locally|widely|simply|collectively|affectionately|informally|variously)\s[^“”"‘.,;:]{0,48}$/iu;
/** "calls the storeroom “the chapel”": a name for a thing. */
const CALLING = /\bcall(?:s|ed|ing)?\s[^“”"‘]{0,36}$/u;
/** "What the crowd now calls the “stomach set”", "has a word for ships without a port: “lepers”": how a thing is called, and no speech. */
const HABIT =
  /\b(?:what|which)\s[^“”"‘.,;:]{1,40}?\scalls?\s(?:an?\s|the\s|it\s)?$|\ba word for\s[^“”"‘.,;:]{1,60}:\s$|\bknown as\s(?:an?\s|the\s)?$/iu;
/** A pet name has no more words than this. */
const NICKNAME_WORDS = 3;
const LETTERS = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const SMALL_WORDS: ReadonlySet<string> = new Set(naming.small);
/** How far back the word that introduces a quotation is looked for, in characters. */
const LOOK_BACK = 48;
/** And how far back what tells that a thing is called so. */
const HABIT_BACK = 90;
/** More words than this are never held for a title or a term. */
const TERM_WORDS = 7;
/** From this many characters a quotation in a script without spaces is held for a sentence. */
const UNSPACED_SENTENCE = 8;
/** How much of a quotation is read to tell what it is, in characters: enough for every title. */
const READ_AT_MOST = 200;

function shapeOf(text: string, outer: Span, inner: Span): Quote['shape'] {
  const head = text.slice(inner.start, Math.min(inner.end, inner.start + READ_AT_MOST));
  const words = head.match(LETTERS) ?? [];
  const first = words[0] ?? '';
  const last = text.slice(Math.max(inner.start, inner.end - 1), inner.end);
  const before = text.slice(Math.max(0, outer.start - LOOK_BACK), outer.start);
  const after = text.slice(outer.end, outer.end + 2);
  const opensSentence = /^$|[\n.!?…:]["”’»)]?\s*$/u.test(before);
  const startsHigh = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(head);
  const endsSentence = /[.!?…。！？]/u.test(last);
  const isShort = words.length <= TERM_WORDS;
  const isLower = words.every((word) => /^\p{Ll}/u.test(word));
  const counted = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const isTitleCase =
    counted.length > 0 &&
    !/^\p{Lo}/u.test(first) &&
    counted.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) &&
    startsHigh;
  // Without spaces there are no words to count: eight characters of Japanese or Chinese are more than a title's word or two.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(head))
    return inner.end - inner.start >= UNSPACED_SENTENCE || endsSentence ? 'utterance' : 'term';
  if (words.length <= NICKNAME_WORDS && /^the\s/i.test(head) && CALLING.test(before)) return 'term';
  if (words.length <= NICKNAME_WORDS && HABIT.test(text.slice(Math.max(0, outer.start - HABIT_BACK), outer.start)))
    return 'term';
  if (isShort && TITLED.test(before)) return 'term';
  if (words.length <= NICKNAME_WORDS && NAMED_BY.test(text.slice(Math.max(0, outer.start - HABIT_BACK), outer.start)))
    return 'term';
  if (
    isShort &&
    NAMING.test(before) &&
    !endsSentence &&
    !(CALLED_SOMETHING.test(before) && words.length > 3 && isLower)
  )
    return 'term';
  if (startsHigh && (endsSentence || (/[,،、]/u.test(last) && (!isTitleCase || opensSentence || words.length === 1)))) {
    if (isShort && isTitleCase && !opensSentence && words.length > 1 && /^\s?\p{Ll}/u.test(after)) return 'term';
    return 'utterance';
  }
  if (isShort && isTitleCase && !(opensSentence && words.length <= 1) && !/^I(?:['’]|$)/.test(first)) return 'term';
  if (startsHigh && (opensSentence || /[,:،]\s*$/u.test(before)) && words.length > 3) return 'utterance';
  if (/^\p{Lo}/u.test(first)) return words.length > 2 || endsSentence ? 'utterance' : 'term';
  return 'fragment';
}

/**
 * The outermost quotations of a text, in order, each with what it is for. A quotation within another is part of it.
 * Never throws; linear in the length of the text.
 */
export function findQuotes(text: string, language: string): Quote[] {
  const quotes: Quote[] = [];
  let reached = 0;
  for (const { outer, inner, depth, isClosed } of findQuotations(text, language)) {
    if (depth > 0 || outer.start < reached) continue;
    const core = trimSpan(text, inner);
    if (core === null) continue;
    reached = outer.end;
    quotes.push({ outer, inner: core, isClosed, shape: isClosed ? shapeOf(text, outer, core) : 'utterance' });
  }
  return quotes;
}
