import type { Span } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import type { Token } from '#language/read-tokens.ts';

/** The last token that begins before an offset; -1 where there is none. */
export function lastTokenBefore(tokens: readonly Token[], offset: number): number {
  return countLeading(tokens.length, (at) => (tokens[at]?.start ?? 0) < offset) - 1;
}

/** The token that a span begins in. */
export function firstTokenOf(tokens: readonly Token[], { start }: Span): number {
  return lastTokenBefore(tokens, start + 1);
}
