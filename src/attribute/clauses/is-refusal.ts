import type { Span } from '#core/article.ts';

const REFUSAL =
  /^[“"‘']?(?:no comment\b|(?:it|he|she|they|we|I|the \p{L}+) [“"‘']?(?:(?:do|does|did|would|could|will|can)(?: not|n[’']t)|cannot|never) (?:comment|discuss|respond|speculate|confirm or deny)\b|(?:it|he|she|they|we|I|the \p{L}+) (?:had|has|have) no comment\b)/iu;

/** "said it did not comment on pending cases": words that say nothing, although somebody said them. */
export function isRefusal(text: string, content: readonly Span[]): boolean {
  const first = content[0];
  return first !== undefined && REFUSAL.test(text.slice(first.start, first.end));
}
