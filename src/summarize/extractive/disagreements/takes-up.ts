import { alike } from '../alike.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { isMeasure } from '../is-measure.ts';
import type { Statement } from './read-statements.ts';

const ARTICLES = new Set(['a', 'an']);
const VALUES = new Set(contrast.values);
const POINTERS = new Set(contrast.pointers);
const NOTHING: readonly string[] = contrast.nothing;
const INTENT: readonly string[] = contrast.intent;

/** Letters by which "inspector" and "inspection" are one matter. */
const SAME_BEGINNING = 6;

/** Shorter words are too many to be told by their beginning, and take an ending of two letters at most ("offer", "offered"). */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 2;

/**
 * "No such offer", "in those districts": the noun behind the pointing word is one that the first speaks of. "Such a memo" may also
 * be what the first stands in, and "such a figure" is any figure.
 */
export function takesUp(first: Statement, second: Statement): boolean {
  return second.plain.some((word, at) => {
    const behind = second.plain[at + 1];
    const next = behind !== undefined && ARTICLES.has(behind) ? second.plain[at + 2] : behind;
    if (!POINTERS.has(word) || next === undefined) return false;
    if (word === 'such' && VALUES.has(next) && first.figures.some(isMeasure)) return true;
    const spoken = word === 'such' ? first.around.trim().split(' ') : first.plain;
    return spoken.some((other) => haveOneStem(other, next));
  });
}

/** Words of the first that the second says too, also in another form. */
export function commonWords(first: Statement, second: Statement): string[] {
  return [...first.words].filter((word) =>
    [...second.words].some((other) => word === other || haveOneStem(word, other)),
  );
}

/** Whether a statement says a word, another form of it, or one of the same matter. */
export function isSaid(word: string, { words }: Statement): boolean {
  return [...words].some((other) => alike(word, other) > 0 || haveOneStem(word, other));
}

/** "The board is considering a sale", "no process was under way": one tells of a step, the other says that there is none. */
export function isNothingOfIt(first: Statement, second: Statement): boolean {
  return holdsAny(second, NOTHING) && !first.isNegated && isStep(first);
}

/** "Is weighing a sale", "has held talks": a step towards something. */
export function isStep(statement: Statement): boolean {
  return holdsAny(statement, INTENT);
}

function holdsAny({ plain }: Statement, phrases: readonly string[]): boolean {
  const line = ` ${plain.join(' ')} `;
  return phrases.some((phrase) => line.includes(` ${phrase} `));
}

function haveOneStem(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_STEM) return false;
  const begin = Math.min(SAME_BEGINNING, shorter);
  const isSame = one.slice(0, begin) === other.slice(0, begin);
  return isSame && (shorter >= SAME_BEGINNING || Math.abs(one.length - other.length) <= LONGEST_ENDING);
}
