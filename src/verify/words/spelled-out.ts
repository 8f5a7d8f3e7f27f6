import type { ArticleWords } from './article-words.ts';
import { wordsOf } from './words-of.ts';

/** "Port and Fishery Council (PFC)". Bounded, so that it runs in linear time. */
const SPELLED =
  /((?:\p{Lu}[\p{L}’'-]{1,30}\s(?:(?:of|and|for|the|in)\s){0,2}){1,5}\p{Lu}[\p{L}’'-]{1,30})\s\((\p{Lu}{2,6})\)/gu;

/** Words of names that a text spells out beside initials which the article has. */
export function spelledOut(text: string, { words, initialisms }: ArticleWords): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(SPELLED)].flatMap(([, name = '', initials = '']) => {
      const short = initials.toLowerCase();
      const own = (name.match(/(?<![\p{L}’'-])\p{Lu}/gu) ?? []).join('').toLowerCase();
      return own.endsWith(short) && (words.has(short) || initialisms.has(short)) ? wordsOf(name) : [];
    }),
  );
}
