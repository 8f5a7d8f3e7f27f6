import type { Span } from '#core/article.ts';
import type { Token } from '#language/read-tokens.ts';

/** The last token that begins before an offset, by binary search; -1 where there is none. */
export function lastTokenBefore(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The token that a span begins in. */
export function firstTokenOf(tokens: readonly Token[], { start }: Span): number {
  return lastTokenBefore(tokens, start + 1);
}
