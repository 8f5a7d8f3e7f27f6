import { contentEnd, opensClause, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { chunkAt, lowerAt, type UnitState } from './unit-state.ts';
import { isSaying } from './verb-form.ts';

/** "As Holm had told the Courier, | the bridge was shut": what he told stands behind the comma. Null where none of this stands there. */
export function afterFronted(
  state: UnitState,
  cue: VerbCue,
  { place, span }: SourcePhrase,
  from: number,
): Range | null {
  const { scan, chunks } = state;
  if (place !== 'subject' || !isSaying(cue.lemma) || lowerAt(scan, chunks[from]) === 'to') return null;
  const link = chunkAt(state, span.start) - 1;
  const isFront = link === 0 || (link === 1 && chunks[0]?.kind === 'and');
  if (!isFront || lowerAt(scan, chunks[link]) !== 'as') return null;
  const comma = skipCircumstance(scan, chunks, from);
  if (chunks[comma]?.kind !== 'comma' || !opensClause(scan, chunks, comma + 1)) return null;
  return { from: comma + 1, to: contentEnd(scan, chunks, comma + 1) };
}
