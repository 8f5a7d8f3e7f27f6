import type { Span } from '#core/article.ts';
import verbs from '../data/verbs-en.json' with { type: 'json' };
import { quoteBefore } from './content-after.ts';
import { contentEnd } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { findSubject } from './find-subject.ts';
import { nounEnd } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { subjectOrCarried } from './subject-or-carried.ts';
import { chunkAt, lowerAt, type UnitState } from './unit-state.ts';

/** Where an apposition ends that stands between commas: "quoted Ana Ruiz, | the mayor, | as saying". */
function afterApposition(state: UnitState, at: number): number {
  const { scan, chunks } = state;
  if (chunks[at]?.kind !== 'comma') return at;
  for (let i = at + 2; i < Math.min(chunks.length, at + 8); i += 1)
    if (chunks[i]?.kind === 'comma' && (lowerAt(scan, chunks[i + 1]) === 'as' || isSaying(state, i + 1))) return i + 1;
  return at;
}

function spanOfChunks({ scan, chunks }: UnitState, from: number, end: number): Span | null {
  const start = scan.tokens[chunks[from]?.first ?? -1]?.start;
  const stop = scan.tokens[(chunks[end - 1]?.end ?? 0) - 1]?.end;
  return start === undefined || stop === undefined || stop <= start ? null : { start, end: stop };
}

/** "As saying", "as having asked": the verb by which the one who is quoted said it. */
function isSaying({ scan, chunks }: UnitState, at: number): boolean {
  const chunk = chunks[at];
  const lower = lowerAt(scan, chunk);
  if (lower !== 'having') return PARTICIPLES.has(lower);
  const last = scan.tokens[(chunk?.end ?? 1) - 1]?.lower ?? '';
  return PARTICIPLES_PAST.has(last);
}

const ADDRESSING = /^(?:telling|warning|told|warned)$/;
const PARTICIPLES: ReadonlySet<string> = new Set(verbs.quotedAs);
const PARTICIPLES_PAST: ReadonlySet<string> = new Set(verbs.quotedAsHaving);

const isClosed = (chunk: UnitState['chunks'][number] | undefined): boolean =>
  chunk === undefined || chunk.kind === 'other' || chunk.kind === 'time';

/** The quotation right before the outlet that quotes; -1 where none stands there. */
function quoteBeforeSubject(state: UnitState, cue: VerbCue): number {
  const subject = findSubject(state.scan, state.chunks, cue.chunk);
  return subject === null ? -1 : quoteBefore(state.chunks, chunkAt(state, subject.span.start));
}

/** "The paper quoted an aide as saying the deal was off", "reported the officials as saying". */
export function readQuotedAs(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks } = state;
  if ((cue.lemma !== 'quote' && cue.lemma !== 'report' && cue.lemma !== 'cite') || cue.isPassive) return null;
  const named = nounEnd(scan, chunks, cue.next);
  const end = afterApposition(state, named);
  // "Quoted its reporter saying the gate was shut": "as" may be left out behind that verb alone.
  const saying = lowerAt(scan, chunks[end]) === 'as' ? end + 1 : end;
  if (named === cue.next || !isSaying(state, saying) || (saying === end && cue.lemma !== 'quote')) return null;
  const first = chunks[cue.next];
  const last = chunks[named - 1];
  const start = scan.tokens[first?.first ?? -1];
  const stop = scan.tokens[(last?.end ?? 0) - 1];
  if (start === undefined || stop === undefined) return null;
  // "As telling | the board | that it was shut": whoever was told is no part of it.
  const told = ADDRESSING.test(scan.tokens[(chunks[saying]?.end ?? 1) - 1]?.lower ?? '')
    ? nounEnd(scan, chunks, saying + 1)
    : saying + 1;
  const what = told > saying + 1 && chunks[told]?.kind === 'that' ? told : saying + 1;
  const next = chunks[what]?.kind;
  const from = next === 'that' || next === 'colon' ? what + 1 : what;
  const cited: SourcePhrase = {
    span: { start: start.start, end: stop.end },
    apposition: end > named ? spanOfChunks(state, named + 1, end - 1) : null,
    antecedent: null,
    place: 'object',
  };
  let ranges = [{ from, to: contentEnd(scan, chunks, from) }];
  // “The gate was shut,” the Courier quoted an official as saying.
  const q = isClosed(chunks[from]) ? quoteBeforeSubject(state, cue) : -1;
  if (q >= state.floor && q >= 0) ranges = [{ from: q, to: q + 1 }];
  // "The minister, the Courier reported the two officials as saying, had told …"
  if (chunks[from]?.kind === 'comma') {
    const reporter = findSubject(scan, chunks, cue.chunk);
    const at =
      reporter === null
        ? -1
        : chunks.findIndex((chunk) => (scan.tokens[chunk.end - 1]?.end ?? 0) > reporter.span.start);
    if (at > state.floor)
      ranges = [
        { from: state.floor, to: at - 1 },
        { from: from + 1, to: contentEnd(scan, chunks, from + 1) },
      ];
  }
  // "Marca printed a photograph, and quoted a director as saying": the subject of the verb before.
  const source = findSubject(scan, chunks, cue.chunk) ?? state.before ?? subjectOrCarried(state, cue).source;
  const verb = scan.tokens[(chunks[saying]?.end ?? 1) - 1]?.lower;
  const stance = verb === 'denying' || verb === 'denied' ? 'denies' : 'asserts';
  return readRanges(state, ranges, { basis: 'clause', cue: cue.span, verb: cue.lemma, source, cited, stance });
}
