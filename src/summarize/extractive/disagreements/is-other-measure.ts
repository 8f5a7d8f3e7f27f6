import type { Figure } from '#language/find-figures.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { isMeasure } from '../is-measure.ts';
import type { Statement } from './read-statements.ts';
import { commonWords } from './takes-up.ts';

const VALUES = new Set(contrast.pureValues);
const MEASURING = new Set(contrast.measuring);

/** Two figures of one thing are seldom further apart; of two things, often. */
export const MOST_TIMES = 8;

/** Beside one figure a second is a detail; with more a statement is a table. */
const MOST_FIGURES = 2;

/** More words than this say what else the figure is a figure of. */
const FEW_WORDS = 6;

/**
 * Whether the second, right after the first, puts another figure of the same kind and unit in its place: "the sheriff estimated 4,200
 * people", "her campaign put the crowd at closer to 7,000".
 */
export function isOtherMeasure(first: Statement, second: Statement): boolean {
  if (!isMeasuring(second) && !isCountering(second)) return false;
  if (second.words.size > FEW_WORDS) return false;
  const [one, other] = [measuresOf(first), measuresOf(second)];
  if (one.length === 0 || one.length > MOST_FIGURES || other.length !== 1) return false;
  if (datesOf(first) !== datesOf(second) && datesOf(second) > 0) return false;
  const isOneThing = commonWords(first, second).length > 0 || second.plain.some((word) => VALUES.has(word));
  return other.some(
    (b) => (b.unit !== null || isOneThing) && one.some((a) => isSameKind(a, b)) && one.every((a) => !isEqual(a, b)),
  );
}

function isMeasuring({ attribution: { verb } }: Statement): boolean {
  return MEASURING.has(verb?.toLowerCase() ?? '');
}

function isCountering({ around }: Statement): boolean {
  return contrast.counters.some((phrase) => around.includes(` ${phrase} `));
}

function measuresOf({ figures }: Statement): Figure[] {
  return figures.filter((figure) => figure.value !== null && isMeasure(figure));
}

function datesOf({ figures }: Statement): number {
  return figures.filter(({ kind }) => kind === 'date').length;
}

function isSameKind(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || a.unit !== b.unit || a.value === null || b.value === null) return false;
  const times = a.value / b.value;
  return times > 1 / MOST_TIMES && times < MOST_TIMES;
}

function isEqual(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.value === b.value;
}
