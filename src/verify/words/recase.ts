import { type Article, textAt } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';

/** What begins a sentence in a text without capitals, as some systems write it: "two were hurt. the bridge is closed". */
const SMALL_START = /(?:^|[.!?]["”'’)]?\s)["“'‘(]?\p{Ll}/gu;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const formsIn = onceFor(formsOf);

/**
 * A text in small letters throughout, with the capitals that its words have in the article and that sentences begin with: a claim
 * in another letter case is still the same claim. Any other text as it is. Of the same length.
 */
export function recase(text: string, article: Article): string {
  if (/\p{Lu}/u.test(text) || !article.language.startsWith('en')) return text;
  const forms = formsIn(article);
  const named = text.replace(WORD, (word) => forms.get(word) ?? word);
  return named.replace(SMALL_START, (start) => keepLength(start, start.slice(0, -1) + start.slice(-1).toUpperCase()));
}

/** How the article mostly writes each word within its sentences, where that is with a capital. */
function formsOf({ text, sentences }: Article): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const sentence of sentences) {
    for (const { 0: word, index } of textAt(text, sentence).matchAll(WORD)) {
      const lower = word.toLowerCase();
      if (index <= FIRST || lower.length !== word.length) continue;
      const forms = counts.get(lower) ?? new Map<string, number>();
      counts.set(lower, forms);
      forms.set(word, (forms.get(word) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].flatMap(([lower, forms]) => {
      const [most = lower] = [...forms].reduce((best, one) => (one[1] > best[1] ? one : best));
      return most === lower ? [] : [[lower, most] as const];
    }),
  );
}

/** UTF-16 units at a sentence's start, a quotation mark and what it opens among them, whose capital tells nothing. */
const FIRST = 1;

function keepLength(old: string, fresh: string): string {
  return fresh.length === old.length ? fresh : old;
}
