import { hasVerb } from './content-after.ts';
import { contentEnd, opensClause, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { phrase } from './find-subject.ts';
import { isCharge, isGranted } from './is-charge.ts';
import { canSpeak, nounEnd } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { DENYING, stanceOf } from './stance-of.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { isSaying } from './verb-form.ts';

/** "Denying | that the mill had been sold, | Ana Ruiz | said …": the first words of a sentence are those of its subject. */
export function readFrontedParticiple(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks } = state;
  const k = cue.chunk;
  const isFront = k === 0 || (k === 1 && chunks[0]?.kind === 'and');
  const isBare = chunks[k]?.end === (chunks[k]?.first ?? 0) + 1;
  if (!isFront || !isBare || cue.tense !== 'ing' || !(isSaying(cue.lemma) || DENYING.has(cue.lemma))) return null;
  const from = contentStart(state, cue);
  if (from < 0) return null;
  // The comma behind which somebody stands with a verb.
  for (let comma = from + 1; comma < chunks.length - 2; comma += 1) {
    if (chunks[comma]?.kind !== 'comma' || !canSpeak(scan, chunks[comma + 1]) || !opensClause(scan, chunks, comma + 1))
      continue;
    const end = nounEnd(scan, chunks, comma + 1);
    const source = phrase(scan, chunks, comma + 1, end - 1, 'subject', null);
    if (source === null) return null;
    const range: Range = { from, to: comma };
    // "Lamenting their luck, | Mexicans | are": a thing, and no words.
    if (!DENYING.has(cue.lemma) && !hasVerb(chunks, range)) return null;
    const told = { basis: 'clause', cue: cue.span, verb: cue.lemma, source } as const;
    const reading = readRanges(state, [range], told, comma);
    return reading === null
      ? null
      : {
          ...reading,
          statement: { ...reading.statement, stance: stanceOf(scan.text, cue, reading.statement.content) },
        };
  }
  return null;
}

/** Where what is said begins: a clause, what is charged, or a deed that is denied; -1 where none of them stands there. */
function contentStart({ scan, chunks }: UnitState, cue: VerbCue): number {
  const next = cue.next;
  if (chunks[next]?.kind === 'that') return next + 1;
  if (!DENYING.has(cue.lemma))
    return opensClause(scan, chunks, next) && contentEnd(scan, chunks, next) > next + 1 ? next : -1;
  if (cue.lemma === 'deny' && chunks[next]?.kind === 'verb' && lowerAt(scan, chunks[next]).endsWith('ing')) return next;
  // "Denying any wrongdoing"; not "denying bail".
  const isDenied = chunks[next]?.kind === 'noun' && !isGranted(scan, chunks, { from: next, to: next + 1 });
  if (!isCharge(scan, chunks[next])) return cue.lemma === 'deny' && isDenied ? next : -1;
  return chunks[next + 1]?.kind === 'that' ? next + 2 : next;
}
