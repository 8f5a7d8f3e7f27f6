import { alike } from '../alike.ts';
import { likeName } from '../likeness.ts';
import type { Question } from './read-question.ts';

/** How surely a passage holds each word of a question. */
export type Credits = ReadonlyMap<string, number>;

/** What a word counts for that stands only in the sentence before: pronouns and "the plan" take it up. */
const WORD_BEFORE = 0.4;

/** And where it stands only in the sentence behind, which is seldomer of the same matter. */
const WORD_AFTER = 0.2;

/** What a word for the kind of answer counts for. */
const SLIGHT = 0.3;

/** The shares of the question that a passage holds: with the sentences beside it, by itself, and what the one before and the one behind add. */
export type Coverage = {
  readonly coverage: number;
  readonly inside: number;
  readonly before: number;
  readonly behind: number;
};

export function coverageAt(at: number, weights: Credits, credits: readonly Credits[]): Coverage {
  const total = sumOf([...weights.values()]) || 1;
  let coverage = 0;
  let inside = 0;
  let before = 0;
  let behind = 0;
  for (const [word, weight] of weights) {
    const [own = 0, above = 0, below = 0] = [at, at - 1, at + 1].map((place) => credits[place]?.get(word) ?? 0);
    coverage += weight * Math.max(own, above * WORD_BEFORE, below * WORD_AFTER);
    inside += weight * own;
    before += weight * Math.max(0, above - own);
    behind += weight * Math.max(0, below - Math.max(above, own));
  }
  return { coverage: coverage / total, inside: inside / total, before: before / total, behind: behind / total };
}

/** How surely each word of a question stands among those held; a name only as itself or derived ("Iran", "Iranian"): the Post is no letter. */
export function creditsOf({ words, names }: Question, held: ReadonlySet<string>): Map<string, number> {
  return new Map(
    [...words].map((word) => {
      const like = names.has(word) ? likeName : alike;
      return [word, held.has(word) ? 1 : [...held].reduce((best, other) => Math.max(best, like(word, other)), 0)];
    }),
  );
}

/** A word that few sentences hold tells more; one that none holds counts most, since the article does not speak of it. */
export function weighWords({ words, slight }: Question, credits: readonly Credits[]): Map<string, number> {
  return new Map(
    [...words].flatMap((word) => {
      const count = sumOf(credits.map((credit) => credit.get(word) ?? 0));
      // "How old is she?": "Ada Roe, 41" tells it without the word, and "Harrow denies it" whether the guy does.
      if (slight.has(word) && count === 0 && words.size > 1) return [];
      return [[word, Math.log(1 + credits.length / Math.max(count, 1)) * (slight.has(word) ? SLIGHT : 1)] as const];
    }),
  );
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
