import type { Span } from '#core/article.ts';

const REFUSAL =
  /^[“"‘']?(?:no comment\b|(?:it|he|she|they|we|I|the \p{L}+) [“"‘']?(?:(?:do|does|did|would|could|will|can)(?: not|n[’']t)|cannot|won[’']t|never) (?:be )?(?:comment(?:ing)?|discuss(?:ing)?|respond(?:ing)?|speculat(?:e|ing)|confirm(?:ing)? or deny(?:ing)?)\b|(?:it|he|she|they|we|I)(?:[’']m| am|[’']re| are| is|[’']s| was| were) not (?:going|prepared|willing|able) to (?:comment|discuss|respond|speculate|confirm or deny)\b|(?:it|he|she|they|we|I|the \p{L}+) (?:had|has|have) (?:no comment|nothing (?:more |further )?to (?:add|say))\b)/iu;

/** "said it did not comment on pending cases": words that say nothing, although somebody said them. */
export function isRefusal(text: string, content: readonly Span[]): boolean {
  const first = content[0];
  return first !== undefined && REFUSAL.test(text.slice(first.start, first.end));
}
