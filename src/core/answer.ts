import type { Span } from './article.ts';
import type { Attribution } from './testimony.ts';

/** An answer from the article: passages best first, or, when it does not say, what it says nearest. */
export type Answer = {
  readonly text: string;
  readonly answered: boolean;
  readonly evidence: readonly Span[];
  readonly attributions: readonly Attribution['id'][];
};
