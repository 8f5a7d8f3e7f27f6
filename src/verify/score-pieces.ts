import { chanceAt, type LinearModel, logOddsBy } from '#core/linear-model.ts';
import learned from './data/pieces-weights.json' with { type: 'json' };
import taken from './data/taken-weights.json' with { type: 'json' };
import { describePieces, TRAITS } from './describe-pieces.ts';
import { describeTaken, TAKEN_TRAITS } from './describe-taken.ts';
import type { Ground } from './ground.ts';

/** From this share of copied words on a text is made of pieces of the article: its seams tell whether it was made rightly. */
export const PIECED_FROM = 0.7;

/**
 * The probability, 0 to 1, that a text made of the article's pieces was put together rightly; null for one in other words. Two see
 * different things, and the one that trusts it less is followed: by what its words are tied to, and by where they are taken from.
 */
export function scorePieces(text: string, ground: Ground): number | null {
  const pieces = describePieces(text, ground);
  if (pieces === null || pieces.copied < PIECED_FROM) return null;
  const traits = describeTaken(text, ground);
  return Math.min(probabilityOf(pieces.traits, learned), traits === null ? 1 : takenRightly(traits, taken));
}

/** By a model of the traits of `describe-pieces.ts`, learned from sentences of `corpus/` that were rightly and wrongly put together. */
export function probabilityOf(traits: Readonly<Record<string, number>>, model: LinearModel): number {
  return chanceAt(logOddsBy(model, TRAITS, traits));
}

/**
 * Log-odds that speak for a text before it is looked at where its words are taken from. What people and models write of an article is
 * mostly right, and put together more freely than what is learned from: it stands until it looks twenty times likelier to be wrong. Of
 * the sentences that were rightly made to learn from one in two hundred falls then.
 */
const TRUSTED = 3;

/** The same by a model of the traits of `describe-taken.ts`. */
export function takenRightly(traits: Readonly<Record<string, number>>, model: LinearModel): number {
  return chanceAt(logOddsBy(model, TAKEN_TRAITS, traits) + TRUSTED);
}
