import type { Span } from '#core/article.ts';
import type { Stance } from '#core/testimony.ts';
import type { SourcePhrase } from './clauses/source-phrase.ts';

/** How a statement was recognised; the ground for its confidence. */
export type Basis =
  | 'quotation'
  | 'clause'
  | 'parsed'
  | 'before'
  | 'object'
  | 'thought'
  | 'finding'
  | 'according'
  | 'noun'
  | 'sourceless'
  | 'colon'
  | 'turn'
  | 'continued'
  | 'guessed'
  | 'silence';

/** A statement before anyone knows who "she" is. */
export type Statement = {
  readonly unit: number;
  readonly basis: Basis;
  readonly cue: Span | null;
  /** The verb as a lemma or phrase. */
  readonly verb: string | null;
  readonly source: SourcePhrase | null;
  /** The source is not named in the clause: it is that of the statement before. */
  readonly isCarried: boolean;
  /** Whom the source cites: "the Courier reported, citing two officials". */
  readonly cited: SourcePhrase | null;
  /** Who was told. */
  readonly addressee: Span | null;
  /** The outlets between, where the reader of another language has told them already. */
  readonly outlets?: readonly string[];
  readonly content: readonly Span[];
  readonly stance: Stance;
  /** The phrase of a passive without a source: "is said to". */
  readonly hedge: string | null;
};
