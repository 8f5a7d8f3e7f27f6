import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '#core/article.ts';
import { textAt } from '#core/article.ts';
import { readCorpusArticle } from '../read-corpus.ts';

/** A question of the corpus; `evidence` is the sentences that answer it, by their places: none where the article does not say. */
type AskedQuestion = {
  readonly question: string;
  readonly evidence: readonly number[];
  /** Asked as readers of a channel ask: in their own words, in passing. */
  readonly isOffhand: boolean;
};

export type AskedArticle = {
  readonly slug: string;
  readonly article: Article;
  readonly questions: readonly AskedQuestion[];
};

/**
 * The articles of `corpus/` that have questions in `corpus/marks/questions.json` or `channel-questions.json`. A mark is words of a sentence.
 * @throws Error where a mark is in no sentence of its article.
 */
export function readAskedArticles(folder: string): AskedArticle[] {
  const careful = readMarks(folder, 'questions.json');
  const offhand = readMarks(folder, 'channel-questions.json');
  return Object.keys({ ...careful, ...offhand }).map((slug) => {
    const { article } = readCorpusArticle(folder, `${slug}.json`);
    const place = ({ question, evidence }: Mark, isOffhand: boolean) => ({
      question,
      evidence: evidence.map((words) => placeOf(slug, article, words)),
      isOffhand,
    });
    const questions = [
      ...(careful[slug] ?? []).map((mark) => place(mark, false)),
      ...(offhand[slug] ?? []).map((mark) => place(mark, true)),
    ];
    return { slug, article, questions };
  });
}

type Mark = { readonly question: string; readonly evidence: readonly string[] };

function readMarks(folder: string, name: string): Record<string, readonly Mark[]> {
  return JSON.parse(readFileSync(path.join(folder, 'marks', name), 'utf8'));
}

function placeOf(slug: string, { text, sentences }: Article, words: string): number {
  const place = sentences.findIndex((span) => textAt(text, span).includes(words));
  if (place < 0) throw new Error(`${slug}: no sentence holds "${words}"`);
  return place;
}
