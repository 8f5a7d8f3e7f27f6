import type { Article } from '#core/article.ts';
import type { Disagreement } from '#core/briefing.ts';
import type { Testimony } from '#core/testimony.ts';
import { findDisagreements } from './disagreements/find-disagreements.ts';
import { listPairs } from './disagreements/list-pairs.ts';
import { describePassages, type Traits } from './points/describe-passages.ts';
import { type Passage, readPassages } from './read-passages.ts';

/** What points are chosen by: an article's passages, where its accounts differ, and the traits of each passage in their order. */
export type Description = {
  readonly passages: readonly Passage[];
  readonly disagreements: readonly Disagreement[];
  readonly traits: readonly Traits[];
};

export function describeArticle(article: Article, testimony: Testimony): Description {
  const passages = readPassages(article, testimony);
  const pairs = listPairs(article, testimony, passages);
  const disagreements = findDisagreements(pairs, article, passages);
  // What an editor keeps was learned with the disputes that rules find.
  const plain = findDisagreements(pairs, article, passages, null);
  return { passages, disagreements, traits: describePassages(passages, article, testimony, plain) };
}
