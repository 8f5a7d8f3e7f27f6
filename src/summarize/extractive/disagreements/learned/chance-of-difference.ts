import { chanceAt } from '#core/linear-model.ts';
import weights from '../../data/difference-weights.json' with { type: 'json' };
import { accountTraits } from './account-traits.ts';
import { figureTraits } from './figure-traits.ts';
import type { Pair } from './pair.ts';
import { placeTraits } from './place-traits.ts';
import { matterTraits, wordTraits } from './word-traits.ts';

/** How much each trait speaks for a difference (above 0) or against it, by its name, in log-odds. */
export type DifferenceModel = Readonly<Record<string, number>>;

/** Learned from `corpus/` and the folders in it, from `bench/articles/` and from GUM (`npm run train -- differences`; `data/NOTICE.md`). */
export const LEARNED: DifferenceModel = weights;

/** All that is seen of two statements, by name. English, by its word lists. */
export function describePair(pair: Pair): string[] {
  return [
    ...placeTraits(pair),
    ...wordTraits(pair),
    ...matterTraits(pair),
    ...figureTraits(pair),
    ...accountTraits(pair),
  ];
}

/** 0..1: the chance that an editor would say that the two accounts differ. */
export function chanceOfDifference(traits: readonly string[], model: DifferenceModel): number {
  return chanceAt(traits.reduce((sum, name) => sum + (model[name] ?? 0), model.bias ?? 0));
}
