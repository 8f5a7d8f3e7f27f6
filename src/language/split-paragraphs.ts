import type { Span } from '#core/article.ts';

/** The paragraphs of a text: what stands between blank lines, without the white space around it. */
export function splitParagraphs(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    const gap = text.indexOf('\n\n', from);
    const to = gap < 0 ? text.length : gap;
    const span = trimmed(text, from, to);
    if (span !== null) spans.push(span);
    from = to + 2;
  }
  return spans;
}

function trimmed(text: string, from: number, to: number): Span | null {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  return start < end ? { start, end } : null;
}
