import type { Basis, Statement } from '../statement.ts';
import type { Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { isHearing } from './is-hearing.ts';
import { mainVerbAfter } from './main-verb-after.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { stanceOf } from './stance-of.ts';
import type { UnitState } from './unit-state.ts';

/** Who speaks, and whether it is carried over from a verb before. */
export type Speaker = { readonly source: SourcePhrase | null; readonly isCarried: boolean };

/** What a verb of saying tells: its source, its content in some ranges of phrases, and its stance by both. Null where no content is left. */
export function finishReading(
  state: UnitState,
  cue: VerbCue,
  found: Speaker,
  ranges: readonly Range[],
  basis: Basis,
  rest: Partial<Statement> = {},
): Reading | null {
  const verb = cue.isNegated && rest.stance === 'declines' ? `not ${cue.lemma}` : cue.lemma;
  const kept = ranges.map((range) => ({ ...range, to: mainVerbAfter(state, cue.chunk, range) }));
  const last = Math.max(cue.next, ...kept.map((range) => range.to));
  // "The court heard that …": somebody told it, and nobody knows who.
  const isHeard = cue.lemma === 'hear' && found.source !== null && isHearing(state.scan, found.source);
  const told = isHeard ? ({ basis: 'sourceless', source: null } as const) : { basis, ...found };
  const reading = readRanges(state, kept, { cue: cue.span, verb, ...told, ...rest }, last);
  if (reading === null) return null;
  const { statement } = reading;
  return {
    ...reading,
    statement: { ...statement, stance: rest.stance ?? stanceOf(state.scan.text, cue, statement.content) },
  };
}
