import { type Gender, genderOf, isFirstName } from '../sources/noun-kind.ts';
import type { Words } from './words.ts';

/** A first name's gender in the article's language: "Jean" and "Andrea" are a man's in some and a woman's in others. */
export function genderHere({ firstNames }: Words, name: string): Gender | null {
  if (firstNames.masculine.has(name)) return 'masculine';
  return firstNames.feminine.has(name) ? 'feminine' : genderOf(name);
}

/** Whether a word is a first name, in any language or in this one. */
export function isCalled({ firstNames }: Words, text: string): boolean {
  const lower = text.toLowerCase();
  const isHere = firstNames.feminine.has(lower) || firstNames.masculine.has(lower);
  return isFirstName(text) || (isHere && /^\p{Lu}/u.test(text));
}
