import { alike } from '../alike.ts';
import type { Clauses } from '../read-clauses.ts';

/** How like each word of a sentence is to each of a question, in the order of the sentence; by the question's words. */
export type Likes = ReadonlyMap<string, readonly number[]>;

/** Worked out once for a sentence, for all that is told by it. */
export function likesIn(words: Iterable<string>, { stems }: Clauses): Likes {
  return new Map(Array.from(words, (word) => [word, stems.map((stem) => (stem === '' ? 0 : alike(word, stem)))]));
}
