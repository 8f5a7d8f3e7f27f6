import type { Span } from './article.ts';
import type { EngineLabel, Usage } from './briefing.ts';
import type { Attribution } from './testimony.ts';

/** An answer from the article: passages best first, or, when it does not say, what it says nearest. */
export type Answer = {
  readonly text: string;
  readonly answered: boolean;
  readonly evidence: readonly Span[];
  readonly attributions: readonly Attribution['id'][];
  /** Absent where the text is cut from the article and no model was wanted. */
  readonly engine?: EngineLabel;
  /** The same in the language of the question, in our words. What is checked against the article is `text`. */
  readonly translation?: string;
  /** What a model took for it; absent where none was asked. */
  readonly usage?: Usage;
};
