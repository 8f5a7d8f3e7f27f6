import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import { findQuotations } from '#language/find-quotations.ts';
import { findQuoted } from '../credits/find-quoted.ts';
import type { Ground } from '../ground.ts';
import { rankSentences } from '../support/measure-support.ts';
import type { Subject } from './check.ts';

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Words in quotation marks stand in the article, letter for letter (`find-quoted.ts` has the rule); so does `quote`.
 * What a cue interrupts in the article ("We looked," she said, "and found it") may be joined.
 */
export function checkQuotes(subject: Subject, ground: Ground): Objection[] {
  const objections: Objection[] = [];
  for (const quote of new Set(quotesOf(subject, ground.article.language))) {
    if (isVerbatim(quote, ground)) continue;
    const nearest = nearestTo(quote, ground);
    const hint = nearest === null ? '' : `; it has “${nearest}”`;
    objections.push({ check: 'quotes', text: quote, reason: `“${quote}” is not in the article in these words${hint}` });
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

/** From this share of its content words on, a sentence of the article is likely the one that was misquoted. */
const MISQUOTED = 0.5;

/** UTF-16 units of a sentence that is told as the right one; a longer one helps nobody. */
const LONGEST_HINT = 240;

/** The sentence that was likely misquoted, without marks around it; null where there is none. */
function nearestTo(quote: string, ground: Ground): string | null {
  const { text, language, sentences } = ground.article;
  const wanted = contentWords(quote, language);
  const [best] = rankSentences(wanted, ground);
  const span = best === undefined ? undefined : sentences[best];
  if (best === undefined || span === undefined || span.end - span.start > LONGEST_HINT) return null;
  const known = new Set(ground.stems[best]);
  if (wanted.filter((stem) => known.has(stem)).length < wanted.length * MISQUOTED) return null;
  return textAt(text, span).replace(/^[“"]|[”"]$/gu, '');
}

function isVerbatim(quote: string, ground: Ground): boolean {
  return (
    findQuoted(quote, ground.letters) !== null || ground.interrupted.some((one) => findQuoted(quote, one) !== null)
  );
}
