import type { Span } from '#core/article.ts';
import type { Account } from '#core/digest.ts';

/** A figure that an account gives, and what it is a figure of. */
export type FigureFact = {
  readonly account: Account;
  /** Whose report the account is: facts of one origin are never compared. */
  readonly origin: number;
  readonly sentence: Span;
  /** The figure itself. */
  readonly span: Span;
  /** The place of the sentence in its article. */
  readonly place: number;
  readonly value: number;
  /** Whether the figure only bounds what is meant, or comes near it. */
  readonly manner: 'exact' | 'lower' | 'upper' | 'about';
  /** What is counted or measured, with its unit: the same for facts that can be compared. */
  readonly key: string;
  /** The same in a word for readers. */
  readonly about: string;
  /** Whether its key is a matter by itself (the dead, the cost), and no noun that anything may be counted in. */
  readonly isThing: boolean;
  /** Whether a story has one such count: the dead, the turnout. */
  readonly isMain: boolean;
  /** Counts that grow while the news goes on: the dead, the injured. */
  readonly isGrowing: boolean;
  /** Stems of its sentence, without the figure and what is counted. */
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
};
