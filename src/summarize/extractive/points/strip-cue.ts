import type { Article, Span } from '#core/article.ts';
import { contains, overlaps, textAt } from '#core/article.ts';
import { isInDoubt } from '#core/is-in-doubt.ts';
import type { Attribution } from '#core/testimony.ts';
import { findNames } from '#language/find-names.ts';
import { findQuotations } from '#language/find-quotations.ts';
import { readTokens } from '#language/read-tokens.ts';
import clauseVerbs from '../data/clause-verbs.json' with { type: 'json' };
import cueBlockers from '../data/cue-blockers.json' with { type: 'json' };
import runsOn from '../data/runs-on.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';
import { hasUnreadLayer } from './has-unread-layer.ts';
import { isHeld } from './is-held.ts';
import { isMainCue } from './is-main-cue.ts';
import { isStatement } from './is-statement.ts';
import { capitalise, withoutDateline } from './opening-of.ts';
import { endSentence } from './sentence-ends.ts';
import { withoutPictureNotes } from './without-picture-notes.ts';
import type { Wording } from './wording.ts';

const CLAUSE_VERBS = new Set(clauseVerbs.clause);

/** "Announced a recall", "announced that …": what follows these may be a thing and no clause. */
const OPEN_VERBS = new Set(clauseVerbs.clauseOrThing);
const BLOCKERS = new Set(cueBlockers.words);
const SCARCE = new Set(cueBlockers.scarce);
const BEFORE_SCARCE = new Set(cueBlockers.before);

/** What is left must be a good part of the sentence, or the point would lose what the article says beside it. */
const LEAST_SHARE_OF_SENTENCE = 0.38;

/** UTF-16 units on either side of a cue in which a word can bend it: "has never publicly said", "said only if". */
const CUE_REACH = 40;

/** A statement shorter than this is a scrap. */
const SHORTEST_WORDS = 5;

/**
 * The passage's statement without its cue, which the credit repeats: "Officials said the bridge would close" becomes
 * "The bridge would close." Null where what is left would not be true or not be a sentence: a denial, a condition, a
 * hedge or a negation outside it, an outlet that alone stands for it, a pronoun that loses its noun, a quotation cut open, no subject,
 * no finite verb.
 */
export function stripCue(passage: Passage, article: Article): Wording | null {
  return stripOneOf(
    passage.attributions.filter((one) => !passage.secondHand.includes(one)),
    passage,
    article,
  );
}

/** The same where an outlet alone stands for it: true only beside its credit, which says so. All that the passage tells has that credit. */
export function stripOutlet(passage: Passage, article: Article): string | null {
  const stripped = stripOneOf(passage.secondHand, passage, article);
  return stripped !== null && passage.attributions.every(({ id }) => stripped.attributions.includes(id))
    ? stripped.text
    : null;
}

function stripOneOf(attributions: readonly Attribution[], passage: Passage, article: Article): Wording | null {
  if (!article.language.startsWith('en')) return null;
  const outermost = attributions.filter((one) => isStrippable(one, passage, article));
  const attribution = outermost.toSorted((a, b) => reach(b) - reach(a))[0];
  if (attribution === undefined || hasUnreadLayer(attribution, passage, article.text)) return null;
  if (attribution.cue !== null && !isMainCue(attribution.cue, attribution.content, passage.span, article)) return null;
  const hull = hullOf(attribution.content);
  if (goesOverToOther(attribution, passage, article.text) || mayRunOver(attribution, article.text)) return null;
  const pieces = withoutDateline(joinPieces(attribution.content, article.text));
  // The "that" of a clause is no part of what is said: this one points back.
  if (/^that\b/iu.test(pieces)) return null;
  const text = withoutPictureNotes(pieces, article.language);
  const told = passage.text.length - creditTailOf(attribution, passage, article.text);
  if (text.length < LEAST_SHARE_OF_SENTENCE * told || text.split(' ').length < SHORTEST_WORDS) return null;
  if (!isStatement(text, article.language, isSurelyClause(attribution, article.text))) return null;
  if (quotesBesideName(text, article.language)) return null;
  const within = passage.attributions.filter(({ content }) => content.every((piece) => contains(hull, piece)));
  return {
    text: endSentence(capitalise(text)),
    evidence: [passage.span],
    attributions: [...new Set([attribution.id, ...within.map(({ id }) => id)])],
    isDangling: false,
    passages: [passage.index],
  };
}

/** What sets a second source against the first: "…, while 60 of them said that he should stay". */
const OTHER_SIDE = /\b(?:while|whereas|whilst)\b[^.;:]{1,60}$/iu;

/** Whether a second source takes over within what would be left, which then would be credited to the first alone. */
function goesOverToOther({ id, content }: Attribution, { attributions, unsure }: Passage, text: string): boolean {
  const start = content[0]?.start ?? 0;
  return [...attributions, ...unsure].some(
    ({ id: other, cue }) =>
      other !== id &&
      cue !== null &&
      content.some((piece) => contains(piece, cue)) &&
      OTHER_SIDE.test(text.slice(start, cue.start)),
  );
}

/**
 * "A survey showed that the bay was clean, but a survey is no proof": whether what stands behind the mark is still said, or is the
 * article's, nobody can tell for sure; the sentence whole leaves it as it is. Not so where the cue closes it.
 */
function mayRunOver({ cue, content, quotes }: Attribution, text: string): boolean {
  const { start, end } = hullOf(content);
  if (cue === null || cue.start >= start) return false;
  const own = [...text.slice(start, end).matchAll(GOES_ON)].map(({ index }) => start + index);
  return own.some((place) => !quotes.some((quote) => quote.start <= place && place < quote.end));
}

/** A clause that is set against what was said, a thing that tells more of it, a clause behind somebody's own words. */
const GOES_ON = new RegExp(
  `(?:,|[,.]["”’']) (?:${runsOn.joins.join('|')}|an? (?:${runsOn.nouns.join('|')})) |[,.]["”’'] and `,
  'gu',
);

/** "Ana Ruiz’s answers are ‘all fog’": without their cue the words in marks stand beside somebody else's name alone. */
function quotesBesideName(text: string, language: string): boolean {
  const quotations = findQuotations(text, language);
  if (quotations.length === 0) return false;
  const tokens = readTokens(text, [{ start: 0, end: text.length }], language);
  return findNames(text, tokens, language).some(
    ({ kind, span }) => kind === 'person' && !quotations.some(({ outer }) => contains(outer, span)),
  );
}

/**
 * UTF-16 units behind the statement that only say who told it, and why without a name: "…, according to two people who spoke on condition
 * of anonymity because the report is not public". The credit carries that. 0 where a figure or a quotation stands in it.
 */
function creditTailOf({ cue, content, verb }: Attribution, { span }: Passage, text: string): number {
  const { end } = hullOf(content);
  if (cue === null || cue.start < end || verb?.toLowerCase() !== 'according to') return 0;
  const tail = text.slice(cue.start, span.end);
  return /[\d"“‘«;:]/u.test(tail) ? 0 : tail.length;
}

function isStrippable(attribution: Attribution, passage: Passage, article: Article): boolean {
  const { content, cue, form, stance, verb } = attribution;
  if (form === 'direct' || stance !== 'asserts' || cue === null || content.length === 0) return false;
  if (isHeld(attribution, passage) || isInDoubt(attribution, passage.span)) return false;
  if (verb === null || !(CLAUSE_VERBS.has(verb.toLowerCase()) || OPEN_VERBS.has(verb.toLowerCase()))) return false;
  const hull = hullOf(content);
  if (!contains(passage.span, hull) || content.some((piece) => overlaps(piece, cue))) return false;
  if (isCutOpen(content, passage) || !isOneClause(content, article.text)) return false;
  return !isBlocked(around(cue, passage.span, content, article.text));
}

/** What stands near the cue and is no part of the statement, and the word that opens the sentence. */
function around(cue: Span, sentence: Span, content: readonly Span[], text: string): string {
  const from = Math.max(sentence.start, cue.start - CUE_REACH);
  const rest: string[] = [text.slice(sentence.start, sentence.start + CUE_REACH).split(/[\s,]/u)[0] ?? ''];
  let at = from;
  for (const piece of content) {
    rest.push(text.slice(at, Math.max(at, Math.min(piece.start, cue.end + CUE_REACH))));
    at = Math.max(at, piece.end);
  }
  return [...rest, text.slice(at, Math.max(at, Math.min(sentence.end, cue.end + CUE_REACH)))].join(' ');
}

/** A word that bends the meaning of the statement from outside: "never said", "if", "reportedly", "asked whether". */
function isBlocked(rest: string): boolean {
  return rest
    .toLowerCase()
    .split(/[^\p{L}’']+/u)
    .some((word, at, all) => BLOCKERS.has(word) || /n[’']t$/u.test(word) || isScarce(word, all[at - 1]));
}

/** "Few studies show that", "little suggests that": hardly any do. "A few" and "the past few" do. */
function isScarce(word: string, before: string | undefined): boolean {
  return SCARCE.has(word) && !BEFORE_SCARCE.has(before ?? '');
}

/** A quotation of which only a part lies in the statement would lose one of its marks. */
function isCutOpen(content: readonly Span[], passage: Passage): boolean {
  return passage.quotations.some(({ outer }) =>
    content.some((piece) => overlaps(outer, piece) && !contains(piece, outer)),
  );
}

/** Only a clause can follow "said" or "that", or stand before its cue. */
function isSurelyClause({ cue, content, verb }: Attribution, text: string): boolean {
  const start = content[0]?.start ?? 0;
  if (cue === null || cue.start > start || CLAUSE_VERBS.has(verb?.toLowerCase() ?? '')) return true;
  return /\bthat\s+(?:\S{1,20}\s+)?$/iu.test(text.slice(Math.max(cue.end, start - CUE_REACH), start));
}

/** Pieces with the cue between two commas are one clause; behind "she said;" a new one begins. */
function isOneClause(content: readonly Span[], text: string): boolean {
  return content.every((piece, at) => {
    const next = content[at + 1];
    if (next === undefined) return true;
    const gap = text.slice(piece.end, next.start).trim();
    return (gap.startsWith(',') || text.charAt(piece.end - 1) === ',') && gap.endsWith(',');
  });
}

/** "The bridge, officials said, would close": the pieces on both sides of the cue, without the commas that held it. */
function joinPieces(content: readonly Span[], text: string): string {
  return content
    .map((piece) => textAt(text, piece).replace(/\s+/gu, ' ').trim())
    .map((piece, at) => (at < content.length - 1 ? piece.replace(/,$/u, '') : piece))
    .join(' ');
}

function hullOf(content: readonly Span[]): Span {
  return { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 };
}

function reach({ content }: Attribution): number {
  const { start, end } = hullOf(content);
  return end - start;
}
