import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LinearModel } from '#core/linear-model.ts';
import { pickPoints } from '#summarize/extractive/points/pick-points.ts';
import { rankSentences } from '#summarize/extractive/points/rank-sentences.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { type Example, learnRanking } from './learn-ranking.ts';
import { type MarkedArticle, readMarkedArticles } from './read-marked-articles.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/summarize/extractive/data/ranking-weights.json');

/** An article is ranked by weights that were learned without its fold. */
const FOLDS = 8;
const POINTS = 5;

/** Learns which sentences an editor keeps, writes the weights down, and says how they do on articles that they were not learned from. */
export function trainPoints(log: (line: string) => void): void {
  const articles = readMarkedArticles(path.join(ROOT, 'corpus'));
  const weights = learnRanking(examplesOf(articles));
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
  const learn = (others: readonly MarkedArticle[]) => learnRanking(examplesOf(others));
  const unseen = learnByFolds(articles, FOLDS, learn).map(({ item, model }) => coverageOf(item, model));
  const seen = articles.map((marked) => coverageOf(marked, weights));
  log(`${articles.length} articles, ${articles.flatMap(({ isKey }) => isKey.filter(Boolean)).length} marked sentences`);
  log(
    `marked sentences in ${POINTS} points: ${percent(unseen)} of articles left out, ${percent(seen)} of those learned from`,
  );
}

function examplesOf(articles: readonly MarkedArticle[]): Example[] {
  return articles.flatMap(({ passages, traits, isKey }) =>
    passages.flatMap(({ isProse }, at) => {
      const own = traits[at];
      return isProse && own !== undefined ? [{ traits: own, isKey: isKey[at] === true }] : [];
    }),
  );
}

/** The share of the marked sentences that five points stand on; five give full marks. */
function coverageOf({ article, passages, traits, isKey }: MarkedArticle, model: LinearModel): number {
  const ranking = rankSentences(passages, traits, article.language, model);
  const told = new Set(pickPoints(passages, ranking, POINTS, article).flatMap((point) => point.passages));
  const marked = isKey.filter(Boolean).length;
  const covered = isKey.filter((is, at) => is && told.has(at)).length;
  return Math.min(POINTS, covered) / Math.min(POINTS, marked);
}

function percent(shares: readonly number[]): string {
  return `${((100 * shares.reduce((sum, share) => sum + share, 0)) / Math.max(1, shares.length)).toFixed(1)} %`;
}
