import type { Figure } from '#language/find-figures.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import counted from '../data/counted-things.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

/** Words to the thing that they count, by its place in the list: "killed" and "toll" are one. */
const THINGS = new Map(counted.things.flatMap((words, thing) => words.map((word) => [word, thing] as const)));
const LOOSE = new Set(counted.loose);
const DEALT_OUT = new Set(['each', 'respective', 'respectively']);
const MEASURING = new Set(contrast.measuring);
const VALUES = new Set(contrast.values);

/** UTF-16 units behind a figure in which what it counts is named. */
const REACH = 50;

/** Two counts of one thing are seldom further apart. */
const MOST_TIMES = 8;

const COUNTING = new Set(counted.counting);

/** A count of so many words says what it counts; in a longer one the figure may belong to something else. */
const LONGEST_COUNT_WORDS = 30;

/** A count this many times a lower bound is no longer what the bound allows for. */
const FAR_BEYOND = 1.5;

/**
 * Whether two statements count one kind of thing (the dead, the missing, what it costs) and come to different figures:
 * "the death toll at 34", "51 bodies had been recovered". Where the second follows in the same sentence, it need not
 * name the thing again ("and the union counted 47"). A figure that only bounds the other ("at least 34") is no other.
 */
export function haveOtherCounts(a: Statement, b: Statement): boolean {
  if (Math.max(a.plain.length, b.plain.length) > LONGEST_COUNT_WORDS) return false;
  const one = countOf(a);
  const other = one === null ? null : countOf(b);
  if (one === null || other === null) return false;
  const thing = thingOf(a);
  if (thing === null || !isOneOccasion(a, b)) return false;
  if (one.kind !== other.kind || one.unit !== other.unit || one.value === other.value) return false;
  if (isBoundOf(one, a, other) || isBoundOf(other, b, one)) return false;
  return thing === thingOf(b) || (thingOf(b) === null && a.place === b.place && isLooseCount(other, b));
}

/** "He put the number of sick sailors at four", however long after "at least seven of its crew fell ill". */
export function isCountCorrected(a: Statement, b: Statement): boolean {
  if (!MEASURING.has(b.attribution.verb?.toLowerCase() ?? '') || !b.plain.some((word) => VALUES.has(word)))
    return false;
  const thing = thingOf(b);
  const [other, ...others] = numbersOf(b);
  if (thing === null || other === undefined || others.length > 0 || !isOneOccasion(a, b)) return false;
  const [one, ...more] = numbersOf(a).filter(({ span }) =>
    countsThing(a.text.slice(span.end, span.end + REACH), thing),
  );
  if (one === undefined || more.length > 0) return false;
  const times = (one.value ?? 0) / (other.value ?? 1);
  return times !== 1 && times < MOST_TIMES && times > 1 / MOST_TIMES && !areBounds(one, a, other, b);
}

function countsThing(behind: string, thing: number): boolean {
  return behind
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => THINGS.get(word) === thing);
}

function numbersOf({ figures }: Statement): Figure[] {
  return figures.filter(({ kind, value }) => kind === 'number' && value !== null);
}

/** The one thing that is counted; null where there is none, or more than one. */
export function thingOf({ plain }: Statement): number | null {
  const things = new Set(plain.flatMap((word) => THINGS.get(word) ?? []));
  const [thing] = things;
  return things.size === 1 && thing !== undefined ? thing : null;
}

/** The only amount that is written in digits. */
function countOf({ figures }: Statement): Figure | null {
  const amounts = figures.filter(
    ({ kind, value, text }) => value !== null && /\d/u.test(text) && (kind === 'number' || kind === 'money'),
  );
  const [first] = amounts;
  return amounts.length === 1 && first !== undefined ? first : null;
}

/** "On Sunday" is when it happened; "in 2019" or "on May 3" may be another time than the other statement's. */
function isDayOfNews(date: string): boolean {
  return /^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu.test(date);
}

/** What names another day or other places speaks of something else. */
export function isOneOccasion(a: Statement, b: Statement): boolean {
  if ([...a.figures, ...b.figures].some(({ kind, text }) => kind === 'date' && !isDayOfNews(text))) return false;
  // "61 since 2020" counts more than one day.
  if (a.plain.includes('since') !== b.plain.includes('since')) return false;
  if (countsItsOwn(a) || countsItsOwn(b)) return false;
  const names = namesOf(a);
  const others = namesOf(b);
  return names.length === 0 || others.length === 0 || names.some((name) => others.includes(name));
}

/** "Missing from their respective areas": each has its own count. */
export function countsItsOwn({ plain }: Statement): boolean {
  return plain.some((word) => DEALT_OUT.has(word));
}

function namesOf({ text }: Statement): string[] {
  return text.match(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu) ?? [];
}

/** "At least 34" allows for 40: the figure that only bounds another is no other. */
function isBoundOf(figure: Figure, statement: Statement, { value: other }: Figure): boolean {
  const { value } = figure;
  if (value === null || other === null) return false;
  // "At least 40" and "63" are two accounts: agencies write "at least" by habit.
  if (isAfter(counted.lower, figure, statement)) return other > value && other < value * FAR_BEYOND;
  return isAfter(counted.upper, figure, statement) && other < value;
}

/** Whether one of two figures only bounds the other. Two that bound in one way, "at least 302" and "at least 312", are two accounts. */
export function areBounds(one: Figure, a: Statement, other: Figure, b: Statement): boolean {
  if (isAfter(counted.lower, one, a) && isAfter(counted.lower, other, b)) return false;
  return isBoundOf(one, a, other) || isBoundOf(other, b, one);
}

function isAfter(phrases: readonly string[], { span }: Figure, { text }: Statement): boolean {
  const before = text
    .slice(Math.max(0, span.start - 20), span.start)
    .toLowerCase()
    .trimEnd();
  return phrases.some((phrase) => before.endsWith(phrase));
}

/** "The union counted 47": a verb of counting, and nothing that is counted. */
function isLooseCount({ span }: Figure, { text, plain }: Statement): boolean {
  const next = /^\s{0,3}(\p{L}{1,40})/u.exec(text.slice(span.end, span.end + 60))?.[1] ?? '';
  return plain.some((word) => COUNTING.has(word)) && (next === '' || LOOSE.has(next.toLowerCase()));
}
