import type { Article } from '#core/article.ts';
import { splitParagraphs } from '#language/split-paragraphs.ts';
import { splitSentences } from '#language/split-sentences.ts';

/** An English text as an article as it stands: reading would tidy the text, and move what is marked in it. */
export function plainArticle(text: string, more: Partial<Article> = {}): Article {
  return {
    url: null,
    title: '',
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
