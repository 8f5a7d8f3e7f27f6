import { onceFor } from '#core/once-for.ts';
import type { ReadSentence, Word } from '../read-sentence.ts';
import type { Scope } from './read-scopes.ts';

/** A sentence with what it turns round, or leaves open. */
export type Scoped = {
  readonly sentence: ReadSentence;
  readonly scopes: readonly Scope[];
  /** The same with all words that stand near: what may be meant to be turned. */
  readonly wide: readonly Scope[];
};

/** Whether a word of a sentence is under these scopes. */
export type IsUnder = (word: Word, scopes: readonly Scope[]) => boolean;

/** Twice turned is not turned: "did not deny that it had fallen". */
export const isTurned: IsUnder = (word, scopes) => scopesOver(word, scopes).length % 2 === 1;

export const isOpen: IsUnder = (word, scopes) => scopesOver(word, scopes).length > 0;

/** Those that a word is under. */
export function scopesOver(word: Word, scopes: readonly Scope[]): readonly Scope[] {
  return scopesByWord(scopes).get(word) ?? [];
}

const scopesByWord = onceFor((scopes: readonly Scope[]): ReadonlyMap<Word, readonly Scope[]> => {
  const byWord = new Map<Word, Scope[]>();
  for (const scope of scopes) {
    for (const word of scope.covers) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [scope]);
      else list.push(scope);
    }
  }
  return byWord;
});

/** From this share of the words that a scope covers on, another sentence tells the same thing. */
const SAME_THING = 0.6;

/** A scope of `full`, and the words that `plain` has of what it covers, none of them under a scope there; null where there is none. */
export function findLostScope(
  full: Scoped,
  plain: Scoped,
  isUnder: IsUnder,
  language: string,
): { readonly scope: Scope; readonly shared: readonly Word[] } | null {
  for (const scope of full.scopes) {
    const covered = scope.covers.filter((word) => isUnder(word, full.scopes));
    const met = covered.flatMap((word) => {
      const same = plain.sentence.words.filter(({ root }) => root === word.root);
      return same.length === 0
        ? []
        : [{ word, isPlain: same.every((one) => !isUnder(one, plain.scopes) && !isUnder(one, plain.wide)) }];
    });
    const shared = met.map(({ word }) => word);
    if (shared.length < covered.length * SAME_THING || !isTelling(shared, language)) continue;
    if (met.every(({ isPlain }) => isPlain)) return { scope, shared };
  }
  return null;
}

/** Whether a sentence has all these words, and none of them under a scope. */
export function hasPlain(shared: readonly Word[], { sentence, scopes }: Scoped, isUnder: IsUnder): boolean {
  return shared.every(({ root }) => sentence.words.some((word) => word.root === root && !isUnder(word, scopes)));
}

/** The words of a scope as they stand in its sentence. */
export function wordsOfScope({ cue, covers }: Scope, { text }: ReadSentence): string {
  const all = [cue, ...covers];
  return text.slice(Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end)));
}

/** Not a name or one thing alone, which many sentences share. */
function isTelling(shared: readonly Word[], language: string): boolean {
  if (shared.length === 0) return false;
  if (!language.startsWith('en')) return true;
  return shared.some(({ isVerb }) => isVerb) || shared.filter(({ isName }) => !isName).length > 1;
}
