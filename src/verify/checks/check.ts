import type { Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import type { Attribution } from '#core/testimony.ts';
import type { Ground } from '../ground.ts';

/** What is checked: a draft's point, its headline, or a claim that someone made about the article. */
export type Subject = {
  readonly text: string;
  /** The passages that are said to bear it; null where it may lean on the whole article. */
  readonly evidence: readonly Span[] | null;
  /** The statements it reports; null where nobody named any. */
  readonly attributions: readonly Attribution['id'][] | null;
  /** Who is said to have said it. */
  readonly speaker: string | null;
  /** Words that are said to be quoted. */
  readonly quote: string | null;
};

/** Says what stands against a subject, in words that a person and a model can mend it by. Empty: nothing. */
export type Check = (subject: Subject, ground: Ground) => Objection[];

/** A text with nothing said about where it comes from. */
export function bareSubject(text: string): Subject {
  return { text, evidence: null, attributions: null, speaker: null, quote: null };
}
