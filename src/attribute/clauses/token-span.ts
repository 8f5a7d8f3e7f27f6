import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';

/** The characters of a range of tokens. */
export function tokenSpan(scan: Scan, first: number, end: number): Span {
  return { start: scan.tokens[first]?.start ?? 0, end: scan.tokens[end - 1]?.end ?? 0 };
}
