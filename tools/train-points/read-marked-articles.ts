import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attribute } from '#attribute/attribute.ts';
import type { Article } from '#core/article.ts';
import { describeArticle } from '#summarize/extractive/describe-article.ts';
import type { Traits } from '#summarize/extractive/points/describe-passages.ts';
import type { Passage } from '#summarize/extractive/read-passages.ts';
import { readCorpus } from '../read-corpus.ts';

/** An article of the corpus as the ranking sees it, and which of its sentences an editor marked. */
export type MarkedArticle = {
  readonly slug: string;
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly traits: readonly Traits[];
  readonly isKey: readonly boolean[];
};

/**
 * The articles of `corpus/` with the marks of `corpus/marks/key-sentences.json`, in the order of their names. A mark is the first
 * words of a sentence.
 * @throws Error where a mark is in no sentence of its article.
 */
export function readMarkedArticles(folder: string): MarkedArticle[] {
  const marks: Record<string, string[]> = JSON.parse(
    readFileSync(path.join(folder, 'marks', 'key-sentences.json'), 'utf8'),
  );
  return readCorpus(folder).flatMap(({ file: { slug }, article }) =>
    marks[slug] === undefined ? [] : [readMarked(slug, article, marks[slug])],
  );
}

function readMarked(slug: string, article: Article, openings: readonly string[]): MarkedArticle {
  const { passages, traits } = describeArticle(article, attribute(article));
  const line = article.text.replace(/\s/gu, ' ');
  const starts = openings.map((opening) => line.indexOf(opening));
  if (starts.includes(-1)) throw new Error(`${slug}: a marked sentence is not in the text`);
  return {
    slug,
    article,
    passages,
    traits,
    isKey: passages.map(({ span }) => starts.some((start) => span.start <= start && start < span.end)),
  };
}
