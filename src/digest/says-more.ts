import { contentWords } from '#language/content-words.ts';

/** A sentence with fewer words of its own than this says the title again. */
const LEAST_NEW_WORDS = 3;

/** Whether a text tells anything that the title does not. */
export function saysMore(text: string, title: string, language: string): boolean {
  const told = new Set(contentWords(title, language));
  return new Set(contentWords(text, language).filter((word) => !told.has(word))).size >= LEAST_NEW_WORDS;
}
