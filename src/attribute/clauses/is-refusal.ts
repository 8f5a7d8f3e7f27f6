import type { Span } from '#core/article.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import rebuttals from '../data/rebuttals-en.json' with { type: 'json' };
import refusals from '../data/refusals-en.json' with { type: 'json' };

const REFUSAL = phrasePattern('front', refusals.front, { ...rebuttals.lists, ...refusals.lists });

/** "said it did not comment on pending cases": words that say nothing, although somebody said them. */
export function isRefusal(text: string, content: readonly Span[]): boolean {
  const first = content[0];
  return first !== undefined && REFUSAL.test(text.slice(first.start, first.end));
}
