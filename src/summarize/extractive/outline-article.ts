import type { Article } from '#core/article.ts';
import type { Disagreement } from '#core/briefing.ts';
import type { Testimony } from '#core/testimony.ts';
import { describeArticle } from './describe-article.ts';
import { pointsFor } from './points/pick-points.ts';
import { rankSentences } from './points/rank-sentences.ts';

/** What can be said of an article without writing a word: for whoever writes about it. */
export type Outline = {
  /** How many points suit it. */
  readonly points: number;
  /** How much each sentence matters, in the order of the sentences. */
  readonly scores: readonly number[];
  readonly disagreements: readonly Disagreement[];
};

export function outlineArticle(article: Article, testimony: Testimony): Outline {
  const { passages, disagreements, traits } = describeArticle(article, testimony);
  const { news } = rankSentences(passages, traits, article.language);
  return { points: pointsFor(passages), scores: news, disagreements };
}
