import type { Span } from '#core/article.ts';
import type { Bearer } from '../sources/bearer.ts';

/** The words that name the source of a statement, where they stand. */
export type SourcePhrase = {
  /** The mention: a name, a pronoun, "a spokesman for the port". */
  readonly span: Span;
  /** What stands between commas after it: "a spokeswoman for the ministry". */
  readonly apposition: Span | null;
  /** For "who" and "which": the words they stand for. */
  readonly antecedent: Span | null;
  /** Whom the phrase means, where its reader has told it already: in other languages than English. */
  readonly bearer?: Bearer;
  readonly place: 'subject' | 'inverted' | 'relative' | 'agent' | 'object' | 'owner';
};
