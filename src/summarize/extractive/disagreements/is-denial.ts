import { contains, overlaps } from '#core/article.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { isMeasure } from '../is-measure.ts';
import { isBareRebuttal } from './answers-bare.ts';
import { isBareDenial, isChargeDenied, isDeniedAfterReport, isMistaken, isTalkDenied } from './answers-denial.ts';
import { isAccusationDenied } from './is-accusation-denied.ts';
import { isOtherClaim, isUnownedClaim } from './is-other-claim.ts';
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
import { refusesThing } from './refuses-thing.ts';
import { isStep, takesUp } from './takes-up.ts';

/** The share of the weight of the shorter one's words that must be the same. */
const SAME_MATTER = 0.3;

/** So many words are several sentences, of which one may hold the matter of the other by chance. */
const LONGEST_DENIED_WORDS = 60;

const DENYING = new Set(contrast.denying);
const BACKWARDS = new Set(contrast.backwards);
const BACKWARDS_ALONE = new Set(contrast.backwardsAlone);
const DEFINITE = new Set(['the', 'that', 'this']);
const TAKES_UP = new Set(contrast.takesUp);
const VALUES = new Set(contrast.values);

/** One side says no to what the other says: to the same words, to their matter, or to "the allegation" right before. */
export function isDenial(a: Statement, b: Statement, neighbours: Neighbours): boolean {
  if (relaysDenial(a, b) || relaysDenial(b, a) || refusesThing(a) || refusesThing(b)) return false;
  const isSamePlace = a.attribution.content.some((one) => b.attribution.content.some((other) => overlaps(one, other)));
  if (isSamePlace) return true;
  const common = sharedWords(a, b).filter((word) => !PLAIN.has(word)).length;
  const isSameMatter = overlapOf(a, b, neighbours) >= SAME_MATTER;
  if (Math.max(a.plain.length, b.plain.length) > LONGEST_DENIED_WORDS) return false;
  if (isSameMatter && common >= FEW_WORDS) return true;
  if (b.attribution.stance === 'denies' && b.place - a.place <= IN_MIND && takesUp(a, b) && isSuch(b)) return true;
  if (isNearby(a, b, neighbours) && isStep(a) && isStep(b)) return true;
  const isNear = neighbours.isNext && b.place - a.place <= 1;
  const hasMatter = isSameMatter && common > 0 && !isUnownedClaim(b);
  if (isNear && hasMatter) return true;
  if (isDeniedAfterReport(a, b)) return true;
  if (b.attribution.stance !== 'denies' || isOtherClaim(a, b)) return false;
  if (b.place - a.place <= IN_MIND && isTalkDenied(a, b)) return true;
  const isClose = neighbours.isLast && b.place - a.place <= NEAR;
  if (isNearby(a, b, neighbours) && isFigureDenied(a, b)) return true;
  if (isClose && (isDeedDenied(a, b) || isBareRebuttal(b.plain) || isMistaken(b))) return true;
  if (isClose && (isBareDenial(b) || isChargeDenied(a, b) || pointsBack(b))) return true;
  const isTakenUp = hasMatter && b.place - a.place <= IN_MIND && b.plain.some((word) => TAKES_UP.has(word));
  return isTakenUp || (isNear && neighbours.isLast && (pointsBack(b) || isAccusationDenied(a, b)));
}

/** "The clerk said the firm denied it had known": the clerk asserts nothing that the firm denies. */
export function relaysDenial({ attribution: outer }: Statement, { attribution: inner }: Statement): boolean {
  const { cue, content, stance } = inner;
  if (stance !== 'denies' || cue === null || cue.start > (content[0]?.start ?? 0)) return false;
  return outer.content.some((piece) => contains(piece, cue));
}

/**
 * "The ministry rejected the allegation": what is denied is said before, not here. "Called the charge a fairy tale", "disputed the
 * figure": what is called so, too.
 */
function pointsBack({ words, plain }: Statement): boolean {
  const [article = '', noun = ''] = plain;
  if (DEFINITE.has(article) && (BACKWARDS.has(noun) || (noun === 'as' && article !== 'the'))) return true;
  if (words.size === 0) return plain.some((word) => BACKWARDS_ALONE.has(word));
  return words.size <= BARE_CLAIM_WORDS && plain.some((word) => BACKWARDS.has(word));
}

/** "At the district's request", "denied asking for any change": one deed in two words. */
function isDeedDenied({ plain: told }: Statement, { plain, attribution: { verb } }: Statement): boolean {
  if (!DENYING.has(verb?.toLowerCase() ?? '') && verb !== 'insist') return false;
  return contrast.deeds.some(
    (deed) => plain.some((word) => deed.includes(word)) && told.some((word) => deed.includes(word)),
  );
}

function isFigureDenied({ figures }: Statement, { plain: [article = '', noun = ''] }: Statement): boolean {
  return DEFINITE.has(article) && VALUES.has(noun) && figures.some(isMeasure);
}

function isSuch({ plain }: Statement): boolean {
  return plain.includes('such');
}
