import contrast from '../data/contrast-words.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';
import { commonWords } from './takes-up.ts';

/** Whoever begins so in reported words speaks of what they did themselves. */
const SELF = new Set(['he', 'she']);

/** Nouns that are no matter by themselves. */
const PLAIN = new Set(contrast.plain);

/** In a longer statement the other's name may belong to any of its clauses. */
const LONGEST_WORDS = 24;

/**
 * "Pell said she never saw the letter", "her clerk said he had handed the letter to Pell": one says no, the other tells what became of
 * the same thing, and names the first. Quotations are spoken to somebody, and name people for other reasons.
 */
export function isDeedDenied(no: Statement, yes: Statement): boolean {
  if (no.speaker === null || yes.isNegated || yes.plain.length > LONGEST_WORDS) return false;
  if (!SELF.has(no.plain[0] ?? '') || no.attribution.form === 'direct' || yes.attribution.form === 'direct')
    return false;
  return yes.text.includes(no.speaker) && commonWords(no, yes).some((word) => !PLAIN.has(word));
}
