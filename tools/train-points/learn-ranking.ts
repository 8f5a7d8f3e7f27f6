import type { LinearModel } from '#core/linear-model.ts';
import { TRAITS, type Traits } from '#summarize/extractive/points/describe-passages.ts';
import { learnWeights } from './learn-weights.ts';

/** A sentence, and whether an editor kept it. */
export type Example = { readonly traits: Traits; readonly isKey: boolean };

/** What an editor keeps, from the sentences of articles that one marked. */
export function learnRanking(examples: readonly Example[]): LinearModel {
  return learnWeights(
    TRAITS,
    examples.map(({ traits, isKey }) => ({ traits, isRight: isKey, share: 1 })),
  );
}
