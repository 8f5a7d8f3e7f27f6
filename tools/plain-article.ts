import type { Article } from '#core/article.ts';
import { splitParagraphs } from '#language/split-paragraphs.ts';
import { splitSentences } from '#language/split-sentences.ts';

/** A text as an article as it stands, English where nothing else is said: reading would tidy it, and move what is marked in it. */
export function plainArticle(text: string, more: Partial<Article> = {}): Article {
  const { language = 'en' } = more;
  return {
    url: null,
    title: '',
    outlet: null,
    authors: [],
    publishedAt: null,
    language,
    text,
    sentences: splitSentences(text, language),
    paragraphs: splitParagraphs(text),
    completeness: 'full',
    ...more,
  };
}
