import nobody from '../data/nobody-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { firstTokenOf } from './token-before.ts';

const WORDS: ReadonlySet<string> = new Set(nobody.words);
const BEFORE: ReadonlySet<string> = new Set(nobody.before);
const NEGATING: ReadonlySet<string> = new Set(nobody.negating);
/** "No fewer than ten witnesses": these are there. */
const COUNTS: ReadonlySet<string> = new Set(nobody.counts);

/** "Nobody", "no study", "few economists", "not one of them": a subject by which a sentence tells that something was not said. */
export function isNobody({ text, tokens }: Scan, { span, antecedent }: SourcePhrase): boolean {
  const meant = antecedent ?? span;
  const at = firstTokenOf(tokens, meant);
  const first = tokens[at]?.lower ?? '';
  const next = tokens[at + 1];
  if (WORDS.has(first) || NEGATING.has(first)) return true;
  const before = tokens[at - 1];
  if (NEGATING.has(before?.lower ?? '') && before?.sentence === tokens[at]?.sentence) return true;
  // "At least | ten witnesses" behind "no fewer than" begins later; "No 10" and "No Limits" are names.
  if (!BEFORE.has(first) || next === undefined || next.start >= meant.end || COUNTS.has(next.lower)) return false;
  const head = /(\p{Ll}+)$/u.exec(text.slice(next.start, meant.end))?.[1] ?? '';
  return /^\p{Ll}/u.test(next.text) || ['person', 'group'].includes(nounKind(head) ?? '');
}
