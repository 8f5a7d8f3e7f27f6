import { nounKind } from '../sources/noun-kind.ts';
import { headWord } from './noun-start.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import { DAY_PARTS, TIME_SPANS } from './times.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const PRONOUN = /^(?:it|this|that|them|these|those)$/;
const BEFORE_CIRCUMSTANCE = /^(?:at|during|in|on|through|to|via)$/;

/**
 * Where what somebody denied or confirmed ends, of phrases `from` to `to`: "denied it | to the Courier", "denied the charge | , which dates from
 * May", "admitted liability | on the second morning", "confirmed the sale | in a letter on Monday". A clause keeps its end.
 */
export function objectEnd({ scan, chunks }: UnitState, from: number, to: number): number {
  const first = chunks[from];
  if (first?.kind !== 'noun') return to;
  const head = headWord(scan, first);
  let last = to;
  while (last > from && chunks[last - 1]?.kind === 'other') last -= 1;
  if (PRONOUN.test(head) && first.end - first.first === 1) return isAround(from + 1) ? from + 1 : to;
  for (let i = from + 1; i < to; i += 1) {
    const chunk = chunks[i];
    if (chunk?.kind === 'verb' || chunk?.kind === 'that' || chunk?.kind === 'quote' || chunk?.kind === 'infinitive')
      return to;
    if (chunk?.kind === 'comma' && /^(?:who|which|whom)$/.test(lowerAt(scan, chunks[i + 1]))) return i;
    if (isAround(i)) return i;
  }
  return to;

  /** Whether only when and where it was said follows. */
  function isAround(i: number): boolean {
    const chunk = chunks[i];
    if (chunk?.kind === 'time') return skipCircumstance(scan, chunks, i) >= last;
    if (chunk?.kind !== 'preposition' || !BEFORE_CIRCUMSTANCE.test(lowerAt(scan, chunk))) return false;
    const what = chunks[i + 1];
    const word = what === undefined ? '' : headWord(scan, what);
    const isTime = what?.kind === 'time' || DAY_PARTS.has(word) || TIME_SPANS.has(word);
    const isTold = lowerAt(scan, chunk) === 'to' && PRONOUN.test(head) && what?.kind === 'noun';
    const isPaper = lowerAt(scan, chunk) !== 'to' && nounKind(word) === 'document';
    return (isTime || isPaper || isTold) && skipCircumstance(scan, chunks, i) >= last;
  }
}
