import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attribute } from '#attribute/attribute.ts';
import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { type Passage, readPassages } from '#summarize/extractive/read-passages.ts';
import { loadGold } from '../../bench/load-gold.ts';
import { readMarked } from '../../bench/read-marked.ts';
import type { MarkedDifferences } from '../../bench/score-briefing.ts';
import { readCorpusArticle, readStories } from '../read-corpus.ts';
import { readGum } from '../train-attribution/read-marked.ts';

/** An article with its marks, and what byline reads in it. */
export type DifferingArticle = {
  readonly gold: MarkedDifferences;
  readonly article: Article;
  readonly testimony: Testimony;
  readonly passages: readonly Passage[];
};

/** The articles of `corpus/` that `corpus/marks/disagreements.json` has marks of, in its order. */
export function readDifferingCorpus(folder: string): DifferingArticle[] {
  const file = path.join(folder, 'marks', 'disagreements.json');
  const marks: Record<string, MarkedDifferences['disagreements']> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(marks).map(([slug, disagreements]) => {
    const { file: marked, article } = readCorpusArticle(folder, `${slug}.json`);
    return readDiffering({ attributions: marked.attributions, disagreements }, article);
  });
}

/**
 * The articles of `corpus/differing/`, which were written for their differences, or those of `corpus/agreeing/`, where hardly anybody
 * differs, in the order of their files' names.
 */
export function readDifferingStories(folder: string, kind: 'differing' | 'agreeing'): DifferingArticle[] {
  return readStories(folder, kind).map(({ file, article }) => readDiffering(file, article));
}

/** The documents of GUM, taken for articles where nobody differs: hardly anybody does. */
export function readPlainDocuments(file: string): DifferingArticle[] {
  return readGum(file).map(({ article }) => readDiffering({ attributions: [], disagreements: [] }, article));
}

/** The articles of the bench whose misses are read; never the unread ones. */
export function readDifferingBench(): DifferingArticle[] {
  return loadGold('articles').map((gold) => readDiffering(gold, readMarked(gold).article));
}

function readDiffering(gold: DifferingArticle['gold'], article: Article): DifferingArticle {
  const testimony = attribute(article);
  return { gold, article, testimony, passages: readPassages(article, testimony) };
}
