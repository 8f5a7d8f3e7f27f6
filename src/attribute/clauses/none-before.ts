import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/**
 * Whose silence a verb without a "not" tells of, before phrase `k`: "neither Lunt nor Dobbs", "none of the firms", "nobody at the bank",
 * "no one from the ministry", "neither man". Null where none of these stands there.
 */
export function noneBefore({ scan, chunks }: UnitState, k: number): SourcePhrase | null {
  const beside = chunks[k - 1];
  if (beside?.kind === 'noun' && lowerAt(scan, beside) === 'neither' && beside.end - beside.first > 1)
    return { span: tokenSpan(scan, beside.first, beside.end), apposition: null, antecedent: null, place: 'subject' };
  const [first, link, last] = chunks.slice(Math.max(0, k - 3), k);
  if (first?.kind !== 'noun' || last?.kind !== 'noun') return null;
  const found = (from: number): SourcePhrase => ({
    span: tokenSpan(scan, from, last.end),
    apposition: null,
    antecedent: null,
    place: 'subject',
  });
  const words = scan.tokens.slice(first.first, first.end).map(({ lower }) => lower);
  if (lowerAt(scan, link) === 'nor') return words[0] === 'neither' && words.length > 1 ? found(first.first + 1) : null;
  if (link?.kind !== 'preposition') return null;
  const isOf = lowerAt(scan, link) === 'of' && /^(?:none|neither)$/.test(words.join(' '));
  const isAt =
    /^(?:at|from|in|with|for)$/.test(lowerAt(scan, link)) && /^(?:nobody|no one|no-one)$/.test(words.join(' '));
  return isOf || isAt ? found(last.first) : null;
}
