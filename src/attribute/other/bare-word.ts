import type { WordList } from './field-kinds.ts';
import type { Words } from './words.ts';

/** A word without its elided article: "l’agence" is "agence". */
export function bareWord(words: Words, lower: string): string {
  const at = lower.search(/[’']/u);
  return at > 0 && words.elided.has(lower.slice(0, at)) ? lower.slice(at + 1) : lower;
}

/** Whether a word begins with one of these and an apostrophe: "l’agence", "d’une". */
export function isElided(list: WordList, lower: string): boolean {
  const at = lower.search(/[’']/u);
  return at > 0 && at < lower.length - 1 && list.has(lower.slice(0, at));
}
