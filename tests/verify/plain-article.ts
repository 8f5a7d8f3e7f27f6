import type { Article, Span } from '#core/article.ts';
import { plainArticle as asItStands } from '../../tools/plain-article.ts';

/** A text as an article, without the reading room. */
export function plainArticle(text: string, more: Partial<Article> = {}): Article {
  return asItStands(text, { title: 'Harbour wall cracks', ...more });
}

/** Where these words stand. */
export function placeOf(words: string, text: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}
