import { POSSESSIVES } from './chunk-kind.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/** Whose noun stands in phrase `k`: "the firm’s denial", "her only answer". Null where nobody owns it. */
export function ownerIn({ scan, chunks }: UnitState, k: number): SourcePhrase | null {
  const noun = chunks[k];
  if (noun === undefined) return null;
  const mark = scan.tokens.slice(noun.first, noun.end).findLastIndex(({ lower }) => /^['’]s?$/.test(lower));
  const end = mark > 0 ? noun.first + mark : POSSESSIVES.has(lowerAt(scan, noun)) ? noun.first + 1 : -1;
  return end < 0
    ? null
    : { span: tokenSpan(scan, noun.first, end), apposition: null, antecedent: null, place: 'owner' };
}
