import { contentWords } from '#language/content-words.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

/** Where the two stand to each other. */
export type Neighbours = {
  /** No third source speaks between them: what the second takes up without naming it is the first. */
  readonly isNext: boolean;
  /** No other statement at all stands between them, so that "the accusation" can only mean the first. */
  readonly isLast: boolean;
  /** What each word tells about the matter, more where it is rarer in the article. */
  readonly weights: ReadonlyMap<string, number>;
};

/** Sentences between two statements of which one takes up the other without naming its matter. */
export const NEAR = 2;

/** Sentences over which "no such offer" still means the offer that was spoken of. */
export const IN_MIND = 6;

/** One word in common can be chance; two rarely are. */
export const FEW_WORDS = 2;

/** "That account, arithmetically false": a denial with no more words than this beside "account" brings no matter of its own. */
export const BARE_CLAIM_WORDS = 3;

/** Stems of words that are no matter by themselves; two denials may share them by chance. */
export const PLAIN = new Set(contentWords(contrast.plain.join(' '), 'en'));

/** Stems that both say. */
export function sharedWords(a: Statement, b: Statement): string[] {
  return [...a.words].filter((word) => b.words.has(word));
}

/** The share of the weight of the shorter one's words that both say. */
export function overlapOf(a: Statement, b: Statement, { weights }: Neighbours): number {
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + (weights.get(word) ?? 1), 0);
  const smaller = Math.min(sum(a.words), sum(b.words));
  return smaller === 0 ? 0 : sum(sharedWords(a, b)) / smaller;
}

/** Right after it, with no third source between. */
export function isNearby(a: Statement, b: Statement, { isNext }: Neighbours): boolean {
  return isNext && b.place - a.place <= NEAR;
}
