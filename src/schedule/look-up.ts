import { cutWords } from './cut-words.ts';
import type { Token } from './token.ts';

type LookUp<Value> = {
  /** The longest phrase that begins at a word, and the place after it. */
  readonly find: (tokens: readonly Token[], at: number) => { readonly value: Value; readonly next: number } | null;
  /** Every phrase, folded. */
  readonly phrases: readonly string[];
};

/** Finds phrases of a word list among words. A dash inside a phrase counts as a space: "week-end", "week end". */
export function createLookUp<Value>(entries: Iterable<readonly [phrase: string, value: Value]>): LookUp<Value> {
  const values = new Map([...entries].map(([phrase, value]) => [foldPhrase(phrase), value]));
  const longest = Math.max(0, ...[...values.keys()].map((phrase) => phrase.split(' ').length));
  return { find: (tokens, at) => findLongest(values, longest, tokens, at), phrases: [...values.keys()] };
}

/** A phrase as it is looked up: its folded words with a space between two. */
export function foldPhrase(phrase: string): string {
  return cutWords(phrase)
    .map(({ folded }) => folded)
    .filter((folded) => folded !== '-')
    .join(' ');
}

function findLongest<Value>(values: ReadonlyMap<string, Value>, longest: number, tokens: readonly Token[], at: number) {
  if (tokens[at]?.folded === '-') return null;
  const words: string[] = [];
  let found: { value: Value; next: number } | null = null;
  for (let next = at; next < tokens.length && words.length < longest; next++) {
    const { folded } = tokens[next] ?? { folded: '-' };
    if (folded === '-') continue;
    words.push(folded);
    const value = values.get(words.join(' '));
    if (value !== undefined) found = { value, next: next + 1 };
  }
  return found;
}
