import type { Span } from '#core/article.ts';

/** The words that name the source of a statement, where they stand. */
export type SourcePhrase = {
  /** The mention: a name, a pronoun, "a spokesman for the port". */
  readonly span: Span;
  /** What stands between commas after it: "a spokeswoman for the ministry". */
  readonly apposition: Span | null;
  /** For "who" and "which": the words they stand for. */
  readonly antecedent: Span | null;
  /** `body` and `name`: whoever is credited as written, where the names of a language are not told by their capitals. */
  readonly place: 'body' | 'genitive' | 'name' | 'subject' | 'inverted' | 'relative' | 'agent' | 'object' | 'owner';
};
