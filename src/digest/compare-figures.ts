import type { FoundDifference } from '#core/digest.ts';
import type { FigureFact } from './figure-fact.ts';
import { sideOf } from './side-of.ts';

/** Words in common beside what is counted: one can be chance. Of the dead and the injured a story has one count. */
const COMMON_WORDS = 2;
/** Their share of the shorter sentence's words. */
const COMMON_SHARE = 0.4;
/** An account that counts one kind of thing so often counts different ones. */
const MOST_VALUES = 2;
/** The main count of an event stands in the first sentences. */
const MAIN_PLACE = 4;
/** "About 300" may stand for 285 to 315; so may 300 for 312 where it has fewer digits. */
const NEARLY = 0.05;
/** An article that came out so much later may know more. */
const LATER_MS = 20 * 60_000;
/** Sides that are told. */
const MOST_SIDES = 3;

/** Where accounts give other figures of one thing. A figure that an account also has from the other side is no difference. */
export function compareFigures(facts: readonly FigureFact[]): FoundDifference[] {
  return [...Map.groupBy(facts, ({ key }) => key).values()].flatMap((same) => {
    const found = firstClash(same.filter((fact) => valuesIn(fact, same) <= MOST_VALUES));
    return found === null ? [] : [found];
  });
}

function valuesIn({ account }: FigureFact, facts: readonly FigureFact[]): number {
  return new Set(facts.filter((fact) => fact.account === account).map(({ value }) => value)).size;
}

function firstClash(facts: readonly FigureFact[]): FoundDifference | null {
  for (const [at, one] of facts.entries())
    for (const other of facts.slice(at + 1)) {
      if (!isClash(one, other, facts)) continue;
      return differenceOf([one, other, ...othersOf(one, other, facts)]);
    }
  return null;
}

/** A third origin with a third figure of the same matter. */
function othersOf(one: FigureFact, other: FigureFact, facts: readonly FigureFact[]): FigureFact[] {
  const third = facts.find((fact) => [one, other].every((known) => isClash(known, fact, facts)));
  return third === undefined ? [] : [third];
}

function isClash(one: FigureFact, other: FigureFact, facts: readonly FigureFact[]): boolean {
  if (one.origin === other.origin || !isOther(one, other) || !isOneMatter(one, other)) return false;
  return !isKnownTo(one, other, facts) && !isKnownTo(other, one, facts);
}

function differenceOf(facts: readonly FigureFact[]): FoundDifference | null {
  const [first] = facts;
  if (first === undefined) return null;
  const inOrder = facts.toSorted((a, b) => timeOf(a) - timeOf(b)).slice(0, MOST_SIDES);
  const isUpdate =
    first.isGrowing &&
    inOrder.every((fact, at) => {
      const before = inOrder[at - 1];
      return before === undefined || (timeOf(fact) - timeOf(before) >= LATER_MS && fact.value > before.value);
    });
  // A bound that a later figure does not break is no contradiction: as an update it is told all the same.
  const areBounds = facts.some((one) => facts.some((other) => isBoundOf(one, other)));
  if (!isUpdate && areBounds) return null;
  return {
    kind: isUpdate ? 'update' : 'differ',
    about: first.about,
    sides: inOrder.map(({ account, sentence, span }) => sideOf(account, sentence, span)),
  };
}

/** Whether the two figures cannot be one. */
function isOther(a: FigureFact, b: FigureFact): boolean {
  const [less, more] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  if (less === more) return false;
  const isRound = a.manner === 'about' || b.manner === 'about' || digitsOf(a.value) !== digitsOf(b.value);
  return !(isRound && more - less <= NEARLY * more);
}

function isBoundOf({ value, manner }: FigureFact, { value: other }: FigureFact): boolean {
  return (manner === 'lower' && other > value) || (manner === 'upper' && other < value);
}

function isOneMatter(a: FigureFact, b: FigureFact): boolean {
  const isElsewhere = a.names.size > 0 && b.names.size > 0 && [...a.names].every((name) => !b.names.has(name));
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const isAlike =
    common >= (a.isThing ? 1 : COMMON_WORDS) && common >= COMMON_SHARE * Math.min(a.words.size, b.words.size);
  if (isAlike && !isElsewhere) return true;
  return a.isMain && !isElsewhere && Math.max(a.place, b.place) <= MAIN_PLACE;
}

/** Whether the account of `other` gives the figure of `one`, too: then it tells both. */
function isKnownTo(one: FigureFact, other: FigureFact, facts: readonly FigureFact[]): boolean {
  return facts.some((fact) => fact.account === other.account && !isOther(fact, one));
}

/** 31,500 has three. */
function digitsOf(value: number): number {
  const [digits = ''] = Math.abs(value).toExponential(12).split('e');
  return digits.replace('.', '').replace(/0+$/u, '').length;
}

function timeOf({ account }: FigureFact): number {
  // A page often gives the day alone.
  return account.entry.publishedAt?.getTime() ?? Date.parse(account.article.publishedAt ?? '');
}
