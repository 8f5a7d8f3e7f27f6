import { contentEnd, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { nounStart } from './noun-start.ts';
import type { UnitState } from './unit-state.ts';
import { FINITE } from './verb-form.ts';

/**
 * "A case that lawyers say | could become a test", "ash that experts believe | was poisoned": what is said of the noun before, up to the
 * verb of the sentence. Null where the cue stands in no such clause.
 */
export function relativeGap({ scan, chunks }: UnitState, cue: VerbCue): Range | null {
  const verb = chunks[cue.next];
  const link = chunks[nounStart(scan, chunks, cue.chunk - 1) - 1];
  if (cue.next !== cue.chunk + 1 || verb?.kind !== 'verb' || chunks[cue.chunk - 1]?.kind !== 'noun') return null;
  if (link?.kind !== 'that' && link?.kind !== 'who') return null;
  const first = scan.tokens[verb.first];
  if (first?.tag !== 'AUX' || !FINITE.has(first.fine)) return null;
  const end = contentEnd(scan, chunks, cue.next);
  for (let i = cue.next + 1; i < end; i += 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'verb' && FINITE.has(scan.tokens[chunks[i]?.first ?? -1]?.fine ?? ''))
      return { from: cue.next, to: i };
    if (kind !== 'noun' && kind !== 'preposition' && kind !== 'time' && kind !== 'adverb' && kind !== 'infinitive')
      return { from: cue.next, to: end };
  }
  return { from: cue.next, to: end };
}
