import type { Article } from '#core/article.ts';
import { cutMarks } from '#core/cut-marks.ts';
import { Problem } from '#core/problem.ts';
import { splitParagraphs } from '#language/split-paragraphs.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { detectLanguage } from './detect-language.ts';

/** What is known of an article before its text is looked into. */
export type RawArticle = Pick<Article, 'url' | 'title' | 'outlet' | 'authors' | 'publishedAt' | 'completeness'> & {
  readonly paragraphs: readonly string[];
  /** The language that the page claims. */
  readonly declaredLanguage: string | null;
};

/** 50,000 words are some 300,000 characters; twice that is a book, and everything after reading would crawl. */
export const MOST_CHARACTERS = 600_000;

/** The Problem of a text that is too long to be an article. */
export function tooLong(): Problem {
  return new Problem('TOO_LARGE', `the text has more than ${MOST_CHARACTERS} characters`);
}

/**
 * Paragraphs to an Article: one text, its language, its sentences and paragraphs as spans.
 * @throws Problem `TOO_LARGE`.
 */
export function makeArticle(raw: RawArticle): Article {
  const text = cutMarks(raw.paragraphs.join('\n\n'));
  if (text.length > MOST_CHARACTERS) throw tooLong();
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
