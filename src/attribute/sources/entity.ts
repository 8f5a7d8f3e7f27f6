import type { Span } from '#core/article.ts';
import type { Gender } from './noun-kind.ts';

/** Somebody or something with a name in the article, with all the places where the name stands. */
export type Entity = {
  name: string;
  kind: 'person' | 'organization' | 'unknown';
  isOutlet: boolean;
  gender: Gender | null;
  role: string | null;
  /** How many mentions stand after "in", "at", "from": most of them for places. */
  placed: number;
  readonly mentions: Mention[];
};

type Mention = { readonly span: Span; readonly isQuoted: boolean };

export type Roster = {
  readonly entities: readonly Entity[];
  /** Where bare surnames begin that might mean either of two persons. */
  readonly doubts: ReadonlySet<number>;
  readonly at: (span: Span) => Entity | null;
  readonly mentions: readonly { readonly span: Span; readonly entity: Entity; readonly isQuoted: boolean }[];
};
