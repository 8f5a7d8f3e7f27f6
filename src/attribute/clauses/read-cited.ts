import { findNounAfter } from './find-noun-after.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/** Whom a statement cites: ", citing two officials"; and "quoted her as saying that …". */
export function readCited(state: UnitState, k: number): { source: SourcePhrase; next: number } | null {
  const { scan, chunks } = state;
  const chunk = chunks[k];
  if (chunk?.kind !== 'verb') return null;
  const word = scan.tokens[chunk.end - 1]?.lower;
  const link = chunks[k - 1]?.kind;
  if (
    word !== 'citing' &&
    !(word === 'quoting' && link === 'comma') &&
    !((word === 'cited' || word === 'cites') && link === 'who' && lowerAt(scan, chunks[k - 1]) === 'which')
  )
    return null;
  return findNounAfter(scan, chunks, k + 1, 'object');
}
