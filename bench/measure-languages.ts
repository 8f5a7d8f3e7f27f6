import { attribute } from '#index.ts';
import type { QualityRow } from './measure-quality.ts';
import type { GoldArticle } from './parse-gold.ts';
import { readMarked } from './read-marked.ts';
import { scoreTestimony, type TestimonyScore } from './score-testimony.ts';
import { percentOf, sumTallies, type Tally } from './tally.ts';

const FIGURES: readonly (readonly [string, (score: TestimonyScore) => Tally])[] = [
  ['content F1', (score) => score.contentF1],
  ['attribution F1', (score) => score.attributionF1],
  ['speaker', (score) => score.speaker],
];

/** Who said what, language by language: three rows for each. */
export function measureLanguages(articles: readonly GoldArticle[]): QualityRow[] {
  return [...Map.groupBy(articles, ({ language }) => language)].flatMap(([language, ofIt]) => {
    const scores = ofIt.map((gold) => {
      const { article } = readMarked(gold);
      return scoreTestimony(gold, article.text, attribute(article));
    });
    return FIGURES.map(([figure, pick]): QualityRow => {
      const sum = sumTallies(scores.map(pick));
      return { name: `${language} ${figure}`, percent: percentOf(sum), tries: sum.tries, isBetter: 'higher' };
    });
  });
}
