import type { Span } from '#core/article.ts';

/** Whether a range lies inside the text, holds something to read, and cuts no character (a surrogate pair) in two. */
export function isSoundSpan(span: Span, text: string): boolean {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  if (start < 0 || start >= end || end > text.length) return false;
  return !cutsPair(text, start) && !cutsPair(text, end) && /\S/u.test(text.slice(start, end));
}

function cutsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) && at > 0;
}
