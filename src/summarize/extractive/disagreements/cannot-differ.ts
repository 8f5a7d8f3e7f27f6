import type { Figure } from '#language/find-figures.ts';
import { isMeasure } from '../is-measure.ts';
import { isAsked } from './clash-of.ts';
import { areBounds, countsItsOwn, isOneOccasion, thingOf } from './have-other-counts.ts';
import { relaysDenial } from './is-denial.ts';
import { isOtherClaim } from './is-other-claim.ts';
import type { Statement } from './read-statements.ts';
import { refusesThing } from './refuses-thing.ts';

/** Words that a statement may have beside those of one that says the same. */
const MORE_WORDS = 1;

/** Whether two statements, however near, speak of two things, or say one thing twice: then nothing is weighed. */
export function cannotDiffer(first: Statement, second: Statement): boolean {
  return (
    isAsked(first) ||
    isAsked(second) ||
    refusesThing(first) ||
    refusesThing(second) ||
    relaysDenial(first, second) ||
    relaysDenial(second, first) ||
    (second.attribution.stance === 'denies' && isOtherClaim(first, second)) ||
    (isNoneDenied(first, second) && (measureOthers(first, second) || saySame(first, second)))
  );
}

function isNoneDenied(first: Statement, second: Statement): boolean {
  const isDenial = ({ attribution: { stance } }: Statement) => stance === 'denies';
  return first.isNegated === second.isNegated && !isDenial(first) && !isDenial(second);
}

/** Their figures agree, or one bounds the other, or they count two things, or one thing of two days. */
function measureOthers(first: Statement, second: Statement): boolean {
  const pairs = measuresOf(first).flatMap((one) =>
    measuresOf(second).flatMap((other) => (one.kind === other.kind && one.unit === other.unit ? [{ one, other }] : [])),
  );
  if (pairs.length === 0) return false;
  if (countsItsOwn(first) || countsItsOwn(second)) return true;
  if (pairs.every(({ one, other }) => one.value === other.value || areBounds(one, first, other, second))) return true;
  const [thing, another] = [thingOf(first), thingOf(second)];
  if (thing === null || another === null) return false;
  return thing !== another || !isOneOccasion(first, second);
}

function measuresOf({ figures }: Statement): Figure[] {
  return figures.filter((figure) => figure.value !== null && isMeasure(figure));
}

/** "The bridge would close in May", "the bridge would close in May too". */
function saySame({ words, figures }: Statement, { words: others, figures: more }: Statement): boolean {
  if (words.size === 0 || figures.length + more.length > 0) return false;
  return words.isSubsetOf(others) && others.size - words.size <= MORE_WORDS;
}
