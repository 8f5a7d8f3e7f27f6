import type { Objection } from '#core/claim.ts';
import { findQuotations } from '#language/find-quotations.ts';
import type { Subject } from './check.ts';
import { findQuoted } from './find-quoted.ts';
import type { Ground } from './ground.ts';

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Words in quotation marks stand in the article, letter for letter (`find-quoted.ts` has the rule); so does `quote`.
 * What a cue interrupts in the article ("We looked," she said, "and found it") may be joined.
 */
export function checkQuotes(subject: Subject, ground: Ground): Objection[] {
  const objections: Objection[] = [];
  for (const quote of new Set(quotesOf(subject, ground.article.language))) {
    if (isVerbatim(quote, ground)) continue;
    objections.push({
      check: 'quotes',
      text: quote,
      reason: `“${quote}” does not stand in the article in these words`,
    });
  }
  return objections;
}

/** The outermost quotations, since the words of the inner ones are in them. One that never closes has no last word. */
function quotesOf({ text, quote }: Subject, language: string): string[] {
  const inText = findQuotations(text, language)
    .filter(({ depth, isClosed }) => depth === 0 && isClosed)
    .map(({ inner }) => text.slice(inner.start, inner.end).trim());
  return [...inText, ...(quote === null ? [] : [quote.trim()])].filter((words) => LETTER.test(words));
}

function isVerbatim(quote: string, ground: Ground): boolean {
  return (
    findQuoted(quote, ground.letters) !== null || ground.interrupted.some((one) => findQuoted(quote, one) !== null)
  );
}
