import { overlaps, type Span } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import type { Attribution } from '#core/testimony.ts';
import type { Scan } from './scan-article.ts';

/** The share of letters in marks from which a statement is all quotation. */
const DIRECT_FROM = 0.95;
const LETTER = /[\p{L}\p{N}]/u;

/** The source's own words inside a content: quotations without their marks, titles and terms left out. */
export function quotesIn(scan: Scan, content: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of content) {
    for (const quote of quotesFrom(scan, span)) {
      if (quote.shape === 'term') continue;
      const start = Math.max(quote.inner.start, span.start);
      const end = Math.min(quote.inner.end, span.end);
      if (start < end) found.push({ start, end });
    }
  }
  return found;
}

function* quotesFrom(scan: Scan, span: Span) {
  const first = countLeading(scan.quotes.length, (at) => (scan.quotes[at]?.outer.end ?? 0) <= span.start);
  for (let i = first; i < scan.quotes.length; i += 1) {
    const quote = scan.quotes[i];
    if (quote === undefined || quote.outer.start >= span.end) return;
    if (overlaps(quote.outer, span)) yield quote;
  }
}

/** Whether a statement is all in the source's own words, partly, or not at all. */
export function formOf(scan: Scan, content: readonly Span[], quotes: readonly Span[]): Attribution['form'] {
  if (quotes.length === 0) return 'indirect';
  const count = (spans: readonly Span[]) => {
    let letters = 0;
    for (const span of spans)
      for (let i = span.start; i < span.end; i += 1) if (LETTER.test(scan.text.charAt(i))) letters += 1;
    return letters;
  };
  return count(quotes) >= DIRECT_FROM * count(content) ? 'direct' : 'mixed';
}
