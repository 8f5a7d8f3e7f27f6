import { chanceAt, type LinearModel, logOddsBy } from '#core/linear-model.ts';
import learned from '../data/pieces-weights.json' with { type: 'json' };
import taken from '../data/taken-weights.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { describePieces, type Pieces, TRAITS } from './describe-pieces.ts';
import { describeTaken, TAKEN_TRAITS } from './describe-taken.ts';
import { supportOf } from './score-support.ts';

/** From this share of copied words on a text is made of pieces of the article: its seams tell whether it was made rightly. */
export const PIECED_FROM = 0.7;

/**
 * So is a text with fewer of them that has no word of its own: how much of what it tells, rare words counting more, the article has too,
 * and how much of it stands in longer pieces. One in shorter pieces is told anew in the article's words.
 */
const KNOWN_FROM = 0.95;
const LOOSE_FROM = 0.3;

/**
 * Log-odds that speak for a text before it is looked at where its words are taken from. What people and models write of an article is
 * mostly right, and put together more freely than what is learned from: it stands until it looks twenty times likelier to be wrong. Of
 * the sentences that were rightly made to learn from one in two hundred falls then. One in small pieces is freer still.
 */
const TRUSTED = 3;
const TRUSTED_LOOSE = 5;

/**
 * The probability, 0 to 1, that a text made of the article's pieces was put together rightly; null for one in other words. Two see
 * different things, and the one that trusts it less is followed: by what its words are tied to, and by where they are taken from as well.
 */
export function scorePieces(text: string, ground: Ground): number | null {
  const pieces = describePieces(text, ground);
  if (pieces === null) return null;
  const isPieced = pieces.copied >= PIECED_FROM;
  if (!isPieced && (pieces.copied < LOOSE_FROM || !hasNoOwnWords(text, ground))) return null;
  const origins = describeTaken(text, ground);
  if (!isPieced) return origins === null ? null : chanceOf(pieces, origins, TRUSTED_LOOSE);
  return Math.min(probabilityOf(pieces.traits, learned), origins === null ? 1 : chanceOf(pieces, origins, TRUSTED));
}

function hasNoOwnWords(text: string, ground: Ground): boolean {
  const shares = supportOf(text, ground).map(({ known }) => known);
  return shares.reduce((sum, known) => sum + known, 0) >= shares.length * KNOWN_FROM;
}

function chanceOf({ traits }: Pieces, origins: Readonly<Record<string, number>>, trusted: number): number {
  return takenRightly({ ...traits, ...origins }, taken, trusted);
}

/** By a model of the traits of `describe-pieces.ts`, learned from sentences of `corpus/` that were rightly and wrongly put together. */
export function probabilityOf(traits: Readonly<Record<string, number>>, model: LinearModel): number {
  return chanceAt(logOddsBy(model, TRAITS, traits));
}

/** What is learned about where words are taken from, beside what they are tied to. */
export const ORIGIN_TRAITS: readonly string[] = [...TRAITS, ...TAKEN_TRAITS];

/** The same by a model of both. */
export function takenRightly(
  traits: Readonly<Record<string, number>>,
  model: LinearModel,
  trusted: number = TRUSTED,
): number {
  return chanceAt(logOddsBy(model, ORIGIN_TRAITS, traits) + trusted);
}
