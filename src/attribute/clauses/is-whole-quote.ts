import type { Quote } from '../find-quotes.ts';
import { quoteOf } from '../quote-of.ts';
import type { Scan } from '../scan-article.ts';
import type { Chunk } from './chunk-unit.ts';

/** Whether a quotation holds whole sentences, told by its shape. */
export function isWholeQuote(scan: Scan, chunk: Chunk): boolean {
  return quoteShape(scan, chunk) === 'utterance';
}

/** Whether a quotation is a title or a name for a thing, and nobody's words. */
export function isTerm(scan: Scan, chunk: Chunk): boolean {
  return quoteShape(scan, chunk) === 'term';
}

/** What the quotation of a phrase is; null where the phrase is none. */
function quoteShape(scan: Scan, chunk: Chunk): Quote['shape'] | null {
  return (chunk.kind === 'quote' && quoteOf(scan, chunk.first)?.shape) || null;
}
