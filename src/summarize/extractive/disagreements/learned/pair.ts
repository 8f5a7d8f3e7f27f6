import type { Source } from '#core/testimony.ts';
import type { Passage } from '../../read-passages.ts';
import type { Clash } from '../clash-of.ts';
import type { Neighbours } from '../overlap-of.ts';
import type { Statement } from '../read-statements.ts';

/** One who speaks, with the words that name them: of their name and their role, none that any name may hold. */
export type Speaker = { readonly source: Source; readonly words: ReadonlySet<string> };

/** Two statements of different sources, `first` before `second`, with all that tells whether they differ. */
export type Pair = {
  readonly first: Statement;
  readonly second: Statement;
  /** Who says the first and the second. */
  readonly speakers: readonly [Speaker, Speaker];
  /** The sentences in which they begin. */
  readonly passages: readonly [Passage, Passage];
  /** The article's words that lead up to the second, in lower case: from the first or from the beginning of its sentence. */
  readonly lead: readonly string[];
  readonly neighbours: Neighbours;
  /** Statements between them, and sources who speak there. */
  readonly between: { readonly statements: number; readonly sources: number };
  /** Words that at most two sentences of the article hold. */
  readonly isRare: (word: string) => boolean;
  /** How much is disputed in the article besides: pairs that rules set against each other, and denials. */
  readonly besides: { readonly clashes: number; readonly denials: number };
  /** What the rules make of them. */
  readonly clash: Clash | null;
};
