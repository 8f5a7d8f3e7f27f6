import contrast from '../data/contrast-words.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

const REFUSING = new Set(contrast.refusing);
const REFUSABLE = new Set(contrast.refusable);
const CLAIMS = new Set([...contrast.backwards, ...contrast.backwardsAlone]);
const PEOPLE = new Set(contrast.people);
const DETERMINERS = new Set(contrast.determiners);
const OPENS_CLAUSE = new Set(['that', 'any', 'having', 'ever']);

/** A thing that is refused is named in its first words. */
const FIRST_WORDS = 8;

/**
 * "The judge rejected the challenge", "denied treatment to smokers": a decision about a thing that was asked for, which says nothing
 * about whether something is so.
 */
export function refusesThing({ attribution: { stance, verb }, plain }: Statement): boolean {
  if (stance !== 'denies' || !REFUSING.has(verb?.toLowerCase() ?? '')) return false;
  const first = plain.slice(0, FIRST_WORDS);
  if (OPENS_CLAUSE.has(first[0] ?? '') || first.some((word) => CLAIMS.has(word))) return false;
  const [whom = '', what = ''] = first;
  return first.some((word) => REFUSABLE.has(word)) || (isWhom(whom) && DETERMINERS.has(what));
}

/** "Travellers a bed": whoever is refused something stands before it. */
function isWhom(word: string): boolean {
  return PEOPLE.has(word) || /[^s]s$/u.test(word);
}
