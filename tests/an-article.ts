import type { Article } from '#core/article.ts';
import { readText } from '#read/read-text.ts';

/** An article of the given paragraphs, read as plain text by the real reader. */
export function anArticle(text: string, more: Partial<Article> = {}): Article {
  return { ...readText(text, { title: 'Bridge closed' }), ...more };
}
