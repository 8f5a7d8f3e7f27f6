import type { Article } from '#core/article.ts';
import { splitParagraphs } from '#language/split-paragraphs.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { detectLanguage } from './detect-language.ts';

/** What is known of an article before its text is looked into. */
export type RawArticle = Pick<Article, 'url' | 'title' | 'outlet' | 'authors' | 'publishedAt' | 'completeness'> & {
  readonly paragraphs: readonly string[];
  /** The language that the page claims. */
  readonly declaredLanguage: string | null;
};

/** Paragraphs to an Article: one text, its language, its sentences and paragraphs as spans. */
export function makeArticle(raw: RawArticle): Article {
  const text = raw.paragraphs.join('\n\n');
  const language = detectLanguage(text, raw.declaredLanguage);
  return {
    url: raw.url,
    title: raw.title,
    outlet: raw.outlet,
    authors: raw.authors,
    publishedAt: raw.publishedAt,
    language,
    text,
    sentences: splitSentences(text, language),
    paragraphs: splitParagraphs(text),
    completeness: raw.completeness,
  };
}
