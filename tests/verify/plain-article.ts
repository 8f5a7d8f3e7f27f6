import type { Article, Span } from '#core/article.ts';
import { splitParagraphs } from '#language/split-paragraphs.ts';
import { splitSentences } from '#language/split-sentences.ts';

/** A text as an article, without the reading room. */
export function plainArticle(text: string, more: Partial<Article> = {}): Article {
  return {
    url: null,
    title: 'Harbour wall cracks',
    outlet: null,
    authors: [],
    publishedAt: null,
    language: 'en',
    text,
    sentences: splitSentences(text, 'en'),
    paragraphs: splitParagraphs(text),
    completeness: 'full',
    ...more,
  };
}

/** Where these words stand. */
export function placeOf(words: string, text: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}
