import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '#core/article.ts';
import { textAt } from '#core/article.ts';
import { readCorpusArticle } from '../read-corpus.ts';

/** A question of the corpus; `evidence` is the sentences that answer it, by their places: none where the article does not say. */
type AskedQuestion = { readonly question: string; readonly evidence: readonly number[] };

export type AskedArticle = {
  readonly slug: string;
  readonly article: Article;
  readonly questions: readonly AskedQuestion[];
};

/**
 * The articles of `corpus/` that have questions in `corpus/marks/questions.json`. A mark is the first words of a sentence.
 * @throws Error where a mark is in no sentence of its article.
 */
export function readAskedArticles(folder: string): AskedArticle[] {
  const marks: Record<string, { question: string; evidence: string[] }[]> = JSON.parse(
    readFileSync(path.join(folder, 'marks', 'questions.json'), 'utf8'),
  );
  return Object.entries(marks).map(([slug, asked]) => {
    const { article } = readCorpusArticle(folder, `${slug}.json`);
    const questions = asked.map(({ question, evidence }) => ({
      question,
      evidence: evidence.map((opening) => placeOf(slug, article, opening)),
    }));
    return { slug, article, questions };
  });
}

function placeOf(slug: string, { text, sentences }: Article, opening: string): number {
  const place = sentences.findIndex((span) => textAt(text, span).includes(opening));
  if (place < 0) throw new Error(`${slug}: no sentence holds "${opening}"`);
  return place;
}
