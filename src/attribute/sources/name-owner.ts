import type { Memory } from './memory.ts';
import { resolvePronoun } from './resolve-pronoun.ts';

const OWNED = /^(his|her|its|their)\s/i;
/** Whose it is must be as good as sure: a wrong owner is a wrong source. */
const SURE = 0.9;

/**
 * "His mother" with the name of whom the article means, "Jan Holt’s mother": a reader of one statement sees no other. The words as they
 * are where no name is clear.
 */
export function nameOwner(memory: Memory, words: string, at: number): string {
  const pronoun = OWNED.exec(words)?.[1]?.toLowerCase();
  if (pronoun === undefined) return words;
  const owner = resolvePronoun(memory, pronoun, at);
  const isOne = pronoun === 'his' || pronoun === 'her' ? owner?.kind === 'person' : owner?.kind === 'organization';
  if (owner === null || owner.entity === null || !isOne || owner.certainty < SURE) return words;
  return `${owner.name}’s ${words.slice(pronoun.length + 1)}`;
}
