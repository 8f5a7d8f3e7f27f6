import { chanceAt, type LinearModel, logOddsBy } from '#core/linear-model.ts';
import learned from './data/pieces-weights.json' with { type: 'json' };
import { describePieces, TRAITS } from './describe-pieces.ts';
import type { Ground } from './ground.ts';

/** From this share of copied words on a text is made of pieces of the article: its seams tell whether it was made rightly. */
export const PIECED_FROM = 0.7;

/** The probability, 0 to 1, that a text made of the article's pieces was put together rightly; null for one in other words. */
export function scorePieces(text: string, ground: Ground): number | null {
  const pieces = describePieces(text, ground);
  return pieces === null || pieces.copied < PIECED_FROM ? null : probabilityOf(pieces.traits, learned);
}

/** By a model of the traits of `describe-pieces.ts`, learned from sentences of `corpus/` that were rightly and wrongly put together. */
export function probabilityOf(traits: Readonly<Record<string, number>>, model: LinearModel): number {
  return chanceAt(logOddsBy(model, TRAITS, traits));
}
