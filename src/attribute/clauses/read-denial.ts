import stances from '../data/stances-en.json' with { type: 'json' };
import { contentEnd } from './content-end.ts';
import { findNounAfter } from './find-noun-after.ts';
import { findSubject } from './find-subject.ts';
import { isGranted } from './is-charge.ts';
import { headWord, nounStart } from './noun-start.ts';
import { ownerIn } from './owner-in.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/** "Issued | a denial", "drew | a denial | from the bank". */
const ISSUED: ReadonlySet<string> = new Set(stances.issuing);
const DREW: ReadonlySet<string> = new Set(stances.drawing);

/** "The firm’s denial of any part in it", "issued a denial that …", "the report drew a denial from the bank", at noun phrase `k`. */
export function readDenial(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const noun = chunks[k];
  if (noun?.kind !== 'noun' || !/^denials?$/.test(headWord(scan, noun))) return null;
  const told = { basis: 'noun', cue: tokenSpan(scan, noun.end - 1, noun.end), verb: headWord(scan, noun) } as const;
  const verb = scan.tokens[(chunks[k - 1]?.end ?? 0) - 1]?.lower ?? '';
  const link = lowerAt(scan, chunks[k + 1]);
  if (link === 'from' && DREW.has(verb)) {
    const by = findNounAfter(scan, chunks, k + 2, 'agent');
    const from = chunks[k - 2]?.kind === 'noun' ? nounStart(scan, chunks, k - 2) : -1;
    if (by === null || from < state.floor) return null;
    return readRanges(state, [{ from, to: k - 1 }], { ...told, source: by.source, stance: 'denies' });
  }
  const isIssued = chunks[k - 1]?.kind === 'verb' && ISSUED.has(verb);
  const owner = ownerIn(state, k) ?? (isIssued ? findSubject(scan, chunks, k - 1, true) : null);
  if (owner === null || !(link === 'of' || (link === 'that' && owner.place !== 'owner'))) return null;
  const range = { from: k + 2, to: k + 2 };
  const end = contentEnd(scan, chunks, k + 2);
  while (range.to < end && (link === 'that' || chunks[range.to]?.kind !== 'verb' || range.to === k + 2)) range.to += 1;
  if (isGranted(scan, chunks, range)) return null;
  return readRanges(state, [range], { ...told, source: owner, stance: 'denies' });
}
