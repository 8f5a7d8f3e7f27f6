import { contains, overlaps } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { contentWords } from '#language/content-words.ts';
import contrast from './data/contrast-words.json' with { type: 'json' };
import { haveOpposites } from './have-opposites.ts';
import { haveOtherCounts } from './have-other-counts.ts';
import { haveOtherFigures } from './have-other-figures.ts';
import { isAccusationDenied } from './is-accusation-denied.ts';
import { isCounterFigure } from './is-counter-figure.ts';
import { isDeedDenied } from './is-deed-denied.ts';
import { isMeasure } from './is-measure.ts';
import { isOtherMeasure } from './is-other-measure.ts';
import { negatedWords } from './negated-words.ts';
import type { Statement } from './read-statements.ts';
import { refusesThing } from './refuses-thing.ts';
import { commonWords, isNothingOfIt, isSaid, isStep, takesUp } from './takes-up.ts';

/** Why two statements cannot both be right. */
export type Clash = 'denial' | 'figures' | 'negation' | 'opposites' | 'undecided' | 'contrast';

/** Where the two stand to each other. */
export type Neighbours = {
  /** No third source speaks between them: what the second takes up without naming it is the first. */
  readonly isNext: boolean;
  /** No other statement at all stands between them, so that "the accusation" can only mean the first. */
  readonly isLast: boolean;
  /** What each word tells about the matter, more where it is rarer in the article. */
  readonly weights: ReadonlyMap<string, number>;
};

/** Shares of the weight of the shorter statement's words that must be the same to be about one matter. */
const SAME_MATTER = { denial: 0.3, figures: 0.3, negation: 0.5, opposites: 0.4, flat: 0.3 } as const;

/** One word in common can be chance; two rarely are. */
const FEW_WORDS = 2;

/** Sentences between two statements of which one takes up the other without naming its matter. */
const NEAR = 2;

/** Sentences over which "no such offer" still means the offer that was spoken of. */
const IN_MIND = 6;

/** In a longer statement a negation, an opposite or a contrast may belong to any of its clauses. */
const LONGEST_NEGATED_WORDS = 40;

/** So many words are several sentences, of which one may hold the matter of the other by chance. */
const LONGEST_DENIED_WORDS = 60;

/** And where it answers the statement right before it, a shorter one still. */
const LONGEST_FLAT_WORDS = 24;

/** "That account, arithmetically false": a denial with no more words than this beside "account" brings no matter of its own. */
const BARE_CLAIM_WORDS = 3;

/** "The true figure was 63": with no more words than this beside it, a figure answers the one before. */
const BARE_FIGURE_WORDS = 3;

const BACKWARDS = new Set(contrast.backwards);
const BACKWARDS_ALONE = new Set(contrast.backwardsAlone);
const CONDITIONS = new Set(['if', 'unless']);
const DEFINITE = new Set(['the', 'that', 'this']);
const OPEN_ENDS = new Set(contrast.openEnds);
const TAKES_UP = new Set(contrast.takesUp);
const FLAT_NO = new Set(contrast.flatNo);
const VALUES = new Set(contrast.values);

/** Stems of words that are no matter by themselves; two denials may share them by chance. */
const PLAIN = new Set(contentWords(contrast.plain.join(' '), 'en'));

/** Stems of the words that speak of a figure as a figure. */
const MEASURING = new Set(
  contentWords([...contrast.values, ...contrast.corrective, ...contrast.approximate].join(' '), 'en'),
);

/** Differences are looked for in English texts alone. */
const negatedIn = onceFor(({ text }: Statement) => negatedWords(text, 'en'));

/**
 * How two statements of different sources, `a` before `b`, contradict each other; null where they do not, or where it
 * is not plain. Careful rather than complete: a difference that is none makes two sources look like liars.
 */
export function clashOf(a: Statement, b: Statement, neighbours: Neighbours): Clash | null {
  if (isAsked(a) || isAsked(b)) return null;
  const isOneDenied = (a.attribution.stance === 'denies') !== (b.attribution.stance === 'denies');
  if (isOneDenied) return isDenial(a, b, neighbours) ? 'denial' : null;
  if (isNested(a, b) || isNested(b, a)) return null;
  if (areOtherFigures(a, b, neighbours)) return 'figures';
  if (isNearby(a, b, neighbours) && isOtherMeasure(a, b)) return 'figures';
  if (isCounterFigure(a, b)) return 'figures';
  if (b.place - a.place <= IN_MIND && haveOtherCounts(a, b)) return 'figures';
  if (isNegation(a, b, neighbours) || isFlatNo(a, b, neighbours) || isOwnDeed(a, b, neighbours)) return 'negation';
  const common = sharedWords(a, b);
  if (common.length === 0 || isLong(a) || isLong(b)) return null;
  if (overlapOf(a, b, neighbours) >= SAME_MATTER.opposites && haveOpposites(a, b)) return 'opposites';
  if (isUndecided(a, b, neighbours)) return 'undecided';
  const isContrasted = hasAny(a.around, contrast.strong) || hasAny(b.around, contrast.strong);
  return isContrasted && neighbours.isNext && b.place - a.place <= 1 ? 'contrast' : null;
}

/** One side says no to what the other says: to the same words, to their matter, or to "the allegation" right before. */
function isDenial(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  if (relaysDenial(a, b) || relaysDenial(b, a) || refusesThing(a) || refusesThing(b)) return false;
  const isSamePlace = a.attribution.content.some((one) => b.attribution.content.some((other) => overlaps(one, other)));
  if (isSamePlace) return true;
  const common = sharedWords(a, b).filter((word) => !PLAIN.has(word)).length;
  const isSameMatter = overlapOf(a, b, neighbours) >= SAME_MATTER.denial;
  if (Math.max(a.plain.length, b.plain.length) > LONGEST_DENIED_WORDS) return false;
  if (isSameMatter && common >= FEW_WORDS) return true;
  if (b.attribution.stance === 'denies' && b.place - a.place <= IN_MIND && takesUp(a, b) && isSuch(b)) return true;
  if (isNearby(a, b, neighbours) && isStep(a) && isStep(b)) return true;
  const isNear = neighbours.isNext && b.place - a.place <= 1;
  if (isNear && isSameMatter && common > 0) return true;
  if (b.attribution.stance !== 'denies') return false;
  const isTakenUp =
    isSameMatter && common > 0 && b.place - a.place <= IN_MIND && b.plain.some((word) => TAKES_UP.has(word));
  return isTakenUp || (isNear && neighbours.isLast && (pointsBack(a, b) || isAccusationDenied(a, b)));
}

/** "The clerk said the firm denied it had known": the clerk asserts nothing that the firm denies. */
function relaysDenial({ attribution: outer }: Statement, { attribution: inner }: Statement): boolean {
  const { cue, content, stance } = inner;
  if (stance !== 'denies' || cue === null || cue.start > (content[0]?.start ?? 0)) return false;
  return outer.content.some((piece) => contains(piece, cue));
}

/**
 * "The ministry rejected the allegation": what is denied is said before, not here. "Called the charge a fairy tale", "disputed the
 * figure": what is called so, too.
 */
function pointsBack({ figures }: Statement, { words, plain }: Statement): boolean {
  const [article = '', noun = ''] = plain;
  if (DEFINITE.has(article) && (BACKWARDS.has(noun) || (VALUES.has(noun) && figures.some(isMeasure)))) return true;
  if (words.size === 0) return plain.some((word) => BACKWARDS_ALONE.has(word));
  return words.size <= BARE_CLAIM_WORDS && plain.some((word) => BACKWARDS.has(word));
}

function areOtherFigures(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  const distance = b.place - a.place;
  const isNear = neighbours.isNext && distance <= NEAR;
  if (isNear && a.figures.length > 0 && isDisbelief(b)) return true;
  const isAnswer = isNear && isBareFigure(a, b);
  if (!haveOtherFigures(a, b, isAnswer)) return false;
  return isAnswer || (sharedWords(a, b).length >= FEW_WORDS && overlapOf(a, b, neighbours) >= SAME_MATTER.figures);
}

/** "The figure is too high": it names no other, and contradicts all the same. */
function isDisbelief({ plain }: Statement): boolean {
  return plain.some((word) => VALUES.has(word)) && hasAny(` ${plain.join(' ')} `, contrast.disbelief);
}

/** A figure with little beside it, that says what it is a figure of by a word of the first, or by "true" and "figure" alone. */
function isBareFigure(a: Statement, { words, plain, around }: Statement): boolean {
  const isCorrected = hasAny(around, contrast.corrective);
  if (words.size > BARE_FIGURE_WORDS || !(isCorrected || plain.some((word) => VALUES.has(word)))) return false;
  const matter = [...words].filter((word) => !MEASURING.has(word));
  return matter.length === 0 || matter.some((word) => a.words.has(word));
}

function isLong({ plain }: Statement): boolean {
  return plain.length > LONGEST_NEGATED_WORDS;
}

/** The same said with and without a "not", or a bare "it does not" right after. */
function isNegation(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  if (a.isNegated === b.isNegated || isOpenEnded(a) || isOpenEnded(b)) return false;
  if (isLong(a) || isLong(b)) return false;
  if (b.words.size === 0 && b.isNegated) return neighbours.isNext && b.place - a.place <= 1;
  if (Math.min(a.words.size, b.words.size) <= BARE_CLAIM_WORDS) return false;
  if (sharedWords(a, b).length < FEW_WORDS || overlapOf(a, b, neighbours) < SAME_MATTER.negation) return false;
  return isTurnedRound(a, b);
}

/** "Only if the pupils turn up": nothing is said to be so. */
function isConditional({ plain }: Statement): boolean {
  return plain.some((word) => CONDITIONS.has(word));
}

/** What the one says no to is what the other says: the verb of "did not sign", the noun of "no offer". */
function isTurnedRound(a: Statement, b: Statement): boolean {
  const [no, yes] = a.isNegated ? [a, b] : [b, a];
  return !isConditional(a) && !isConditional(b) && [...negatedIn(no)].some((word) => isSaid(word, yes));
}

/**
 * "Drivers sleep in their cars", "nobody here sleeps in a car": right after it, a no that is about a thing of the first's is a no to it.
 * Further on, and in longer statements, it may be about anything.
 */
function isFlatNo(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  if (!isNearby(a, b, neighbours) || a.isNegated === b.isNegated || isOpenEnded(a) || isOpenEnded(b)) return false;
  if (isNothingOfIt(a, b)) return true;
  if (Math.max(a.plain.length, b.plain.length) > LONGEST_FLAT_WORDS) return false;
  if (!saysNo(b)) return false;
  if (takesUp(a, b)) return true;
  if (!isTurnedRound(a, b)) return false;
  const common = commonWords(a, b).filter((word) => !PLAIN.has(word));
  const least = Math.min(a.words.size, b.words.size);
  return common.length >= FEW_WORDS || (common.length > 0 && common.length >= least * SAME_MATTER.flat);
}

/** Right after it, what the first did themselves is told and denied. */
function isOwnDeed(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  if (!isNearby(a, b, neighbours) || isOpenEnded(a) || isOpenEnded(b)) return false;
  return (saysNo(a) && isDeedDenied(a, b)) || (saysNo(b) && isDeedDenied(b, a));
}

function saysNo({ plain }: Statement): boolean {
  return plain.some((word, at) => (FLAT_NO.has(word) && plain[at + 1] !== 'longer') || /n['’]t$/u.test(word));
}

function isNearby(a: Statement, b: Statement, { isNext }: Neighbours): boolean {
  return isNext && b.place - a.place <= NEAR;
}

/** Whoever asks says nothing. */
function isAsked({ text }: Statement): boolean {
  return /\?["”’']?\s*$/u.test(text);
}

function isSuch({ plain }: Statement): boolean {
  return plain.includes('such');
}

/** One account has a plan settled ("no intention of"), the other open ("is considering", "has not made up her mind"). */
function isUndecided(a: Statement, b: Statement, { isNext }: Neighbours): boolean {
  const isSettled = (statement: Statement): boolean => holds(statement, contrast.settled);
  const isOpen = (statement: Statement): boolean => holds(statement, contrast.unsettled);
  const isOneOpen = (isSettled(a) && !isOpen(a) && isOpen(b)) || (isOpen(a) && isSettled(b) && !isOpen(b));
  return isOneOpen && isNext && b.place - a.place <= NEAR;
}

function holds({ plain }: Statement, phrases: readonly string[]): boolean {
  return hasAny(` ${plain.join(' ')} `, phrases);
}

/** "Whether to go": a question or a purpose, which is neither true nor false. */
function isOpenEnded({ plain }: Statement): boolean {
  return OPEN_ENDS.has(plain[0] ?? '');
}

/** What someone is said to have said, inside what another says, is one account and not two. */
function isNested(outer: Statement, inner: Statement): boolean {
  return inner.attribution.content.every((piece) =>
    outer.attribution.content.some((around) => contains(around, piece)),
  );
}

function sharedWords(a: Statement, b: Statement): string[] {
  return [...a.words].filter((word) => b.words.has(word));
}

function overlapOf(a: Statement, b: Statement, { weights }: Neighbours): number {
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + (weights.get(word) ?? 1), 0);
  const smaller = Math.min(sum(a.words), sum(b.words));
  return smaller === 0 ? 0 : sum(sharedWords(a, b)) / smaller;
}

/** `around` has a space at either end and between words, so that a phrase is found as whole words. */
function hasAny(around: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => around.includes(` ${phrase} `));
}
