import learned from './data/pieces-weights.json' with { type: 'json' };
import { describePieces, TRAITS } from './describe-pieces.ts';
import type { Ground } from './ground.ts';

/** By trait of `describe-pieces.ts`; learned from sentences of `corpus/` that were rightly and wrongly put together. */
export type PiecesWeights = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };

/** From this share of copied words on a text is made of pieces of the article: its seams tell whether it was made rightly. */
export const PIECED_FROM = 0.7;

/** The probability, 0 to 1, that a text made of the article's pieces was put together rightly; null for one in other words. */
export function scorePieces(text: string, ground: Ground): number | null {
  const pieces = describePieces(text, ground);
  return pieces === null || pieces.copied < PIECED_FROM ? null : probabilityOf(pieces.traits, learned);
}

export function probabilityOf(traits: Readonly<Record<string, number>>, { bias, weights }: PiecesWeights): number {
  const logit = TRAITS.reduce((sum, name) => sum + (weights[name] ?? 0) * (traits[name] ?? 0), bias);
  return 1 / (1 + Math.exp(-logit));
}
