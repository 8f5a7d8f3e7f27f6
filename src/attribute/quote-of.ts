import type { Quote } from './find-quotes.ts';
import type { Scan } from './scan-article.ts';

/** The quotation that a token stands in; undefined where it stands in none, or there is no such token. */
export function quoteOf({ quotes, quoteAt }: Pick<Scan, 'quotes' | 'quoteAt'>, token: number): Quote | undefined {
  return quotes[quoteAt[token] ?? -1];
}
