import { areWithin } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { contentWords } from '#language/content-words.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { answersBare } from './answers-bare.ts';
import { isDenialDisputed } from './answers-denial.ts';
import { differsBySignal } from './differs-by-signal.ts';
import { haveOpposites } from './have-opposites.ts';
import { haveOtherCounts, isCountCorrected } from './have-other-counts.ts';
import { haveOtherFigures } from './have-other-figures.ts';
import { haveOtherJudgements, haveOtherScores, haveSubjectFigures } from './have-same-subject.ts';
import { isCounterFigure } from './is-counter-figure.ts';
import { isDeedDenied } from './is-deed-denied.ts';
import { isDenial } from './is-denial.ts';
import { isNoneOfIt } from './is-none-of-it.ts';
import { isOtherMeasure } from './is-other-measure.ts';
import { judgesSaying } from './judges-saying.ts';
import { negatedWords } from './negated-words.ts';
import {
  BARE_CLAIM_WORDS,
  FEW_WORDS,
  IN_MIND,
  isNearby,
  NEAR,
  type Neighbours,
  overlapOf,
  PLAIN,
  sharedWords,
} from './overlap-of.ts';
import type { Statement } from './read-statements.ts';
import { commonWords, isNothingOfIt, isSaid, takesUp } from './takes-up.ts';

/** Why two statements cannot both be right. */
export type Clash = 'denial' | 'figures' | 'negation' | 'opposites' | 'undecided' | 'contrast';

/** Shares of the weight of the shorter statement's words that must be the same to be about one matter. */
const SAME_MATTER = { figures: 0.3, negation: 0.5, opposites: 0.4, flat: 0.3 } as const;

/** In a longer statement a negation, an opposite or a contrast may belong to any of its clauses. */
const LONGEST_NEGATED_WORDS = 40;

/** And where it answers the statement right before it, a shorter one still. */
const LONGEST_FLAT_WORDS = 24;

/** "The true figure was 63": with no more words than this beside it, a figure answers the one before. */
const BARE_FIGURE_WORDS = 3;

const DEEDS: readonly (readonly string[])[] = contrast.deeds;
const CONDITIONS = new Set(['if', 'unless']);
/** "Would be sold had the money not been raised". */
const UNREAL = /\bhad (?:the|he|she|it|they|this|that|its|his|her|their)\b[^,.;]{1,40}\bnot\b/u;
const ASKING: ReadonlySet<string> = new Set(contrast.asking);
const OPEN_ENDS = new Set(contrast.openEnds);
/** "She might ask the governor": then it has not been done. */
const POSSIBLE = new Set(['may', 'might', 'could']);
const FLAT_NO = new Set(contrast.flatNo);
/** "They had not been told" is a "not" with a matter of its own. */
const SAYING = new Set(contrast.saying);
const VALUES = new Set(contrast.values);

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
  if (neighbours.isLast && !isNested(a, b) && !isNested(b, a) && differsBySignal(a, b)) return 'contrast';
  if (neighbours.isLast && isNearby(a, b, neighbours) && !isNested(a, b) && judgesSaying(a, b)) return 'contrast';
  const isOneDenied = (a.attribution.stance === 'denies') !== (b.attribution.stance === 'denies');
  if (isOneDenied) return isDenial(a, b, neighbours) ? 'denial' : null;
  if (isNested(a, b) || isNested(b, a)) return null;
  const isNear = isNearby(a, b, neighbours);
  if (neighbours.isLast && isNear && isDenialDisputed(a, b)) return 'denial';
  if (isNear && (haveSubjectFigures(a, b) || haveOtherScores(a, b))) return 'figures';
  if (isNear && (answersBare(a, b) || isDeedTurned(a, b))) return 'negation';
  if (isNoneOfIt(a, b, neighbours)) return 'negation';
  if (isNear && haveOtherJudgements(a, b)) return 'opposites';
  if (areOtherFigures(a, b, neighbours)) return 'figures';
  if (isNearby(a, b, neighbours) && isOtherMeasure(a, b)) return 'figures';
  if (isCounterFigure(a, b)) return 'figures';
  if ((b.place - a.place <= IN_MIND && haveOtherCounts(a, b)) || isCountCorrected(a, b)) return 'figures';
  if (isNegation(a, b, neighbours) || isFlatNo(a, b, neighbours) || isOwnDeed(a, b, neighbours)) return 'negation';
  const common = sharedWords(a, b);
  if (common.length === 0 || isLong(a) || isLong(b)) return null;
  // "Work goes on as normal", "loading at both quays, however, had been halted".
  const isSetAgainst = isNear && /^ but | however /u.test(b.around) && common.some((word) => !PLAIN.has(word));
  const isSame = isSetAgainst || overlapOf(a, b, neighbours) >= SAME_MATTER.opposites;
  if (isSame && haveOpposites(a, b)) return 'opposites';
  if (isUndecided(a, b, neighbours)) return 'undecided';
  const isContrasted = hasAny(a.around, contrast.strong) || hasAny(b.around, contrast.strong);
  return isContrasted && neighbours.isNext && b.place - a.place <= 1 ? 'contrast' : null;
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
  if (b.words.size === 0 && b.isNegated)
    return neighbours.isNext && b.place - a.place <= 1 && !SAYING.has(b.plain.at(-1) ?? '');
  if (Math.min(a.words.size, b.words.size) <= BARE_CLAIM_WORDS) return false;
  if (sharedWords(a, b).length < FEW_WORDS || overlapOf(a, b, neighbours) < SAME_MATTER.negation) return false;
  return isTurnedRound(a, b);
}

/** "Only if the pupils turn up": nothing is said to be so. */
function isConditional({ plain, text }: Statement): boolean {
  return plain.some((word) => CONDITIONS.has(word)) || UNREAL.test(text);
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
  if (isNothingOfIt(a, b) || isAllTheSame(a, b)) return true;
  if (Math.max(a.plain.length, b.plain.length) > LONGEST_FLAT_WORDS) return false;
  if (!saysNo(b)) return false;
  if (takesUp(a, b)) return !a.plain.some((word) => POSSIBLE.has(word));
  if (!isTurnedRound(a, b)) return false;
  const common = commonWords(a, b).filter((word) => !PLAIN.has(word));
  const least = Math.min(a.words.size, b.words.size);
  return common.length >= FEW_WORDS || (common.length > 0 && common.length >= least * SAME_MATTER.flat);
}

/** "Had asked the court", "no request had come in": right after it there was nothing of what is told, in another word for it. */
function isDeedTurned(a: Statement, b: Statement): boolean {
  if (a.isNegated || !b.isNegated || Math.max(a.plain.length, b.plain.length) > LONGEST_FLAT_WORDS) return false;
  if (isOpenEnded(a) || isOpenEnded(b) || a.plain.some((word) => POSSIBLE.has(word))) return false;
  const at = b.plain.indexOf('no');
  const nouns = at < 0 ? [] : b.plain.slice(at + 1, at + 3);
  return DEEDS.some((deed) => nouns.some((noun) => deed.includes(noun)) && a.plain.some((word) => deed.includes(word)));
}

/** "The ship would not be unloaded", "unloading was the only way": the second begins with what the first says no to. */
function isAllTheSame(a: Statement, b: Statement): boolean {
  const [first] = b.words;
  return (
    first !== undefined &&
    b.plain[0]?.endsWith('ing') === true &&
    !isConditional(a) &&
    !isConditional(b) &&
    negatedIn(a).has(first)
  );
}

/** Right after it, what the first did themselves is told and denied. */
function isOwnDeed(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  if (!isNearby(a, b, neighbours) || isOpenEnded(a) || isOpenEnded(b)) return false;
  return (saysNo(a) && isDeedDenied(a, b)) || (saysNo(b) && isDeedDenied(b, a));
}

function saysNo({ plain }: Statement): boolean {
  return plain.some((word, at) => (FLAT_NO.has(word) && plain[at + 1] !== 'longer') || /n['’]t$/u.test(word));
}

/** Whoever asks says nothing: "she asked which states he could win". */
export function isAsked({ text, attribution }: Statement): boolean {
  return /\?["”’']?\s*$/u.test(text) || ASKING.has(attribution.verb ?? '');
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
  return areWithin(inner.attribution.content, outer.attribution.content);
}

/** `around` has a space at either end and between words, so that a phrase is found as whole words. */
function hasAny(around: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => around.includes(` ${phrase} `));
}
