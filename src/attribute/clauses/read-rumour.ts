import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { blankStatement } from './blank-statement.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, contentSpan } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { nounStart } from './noun-start.ts';
import type { Reading } from './read-ranges.ts';
import { chunkAt, type UnitState } from './unit-state.ts';
import { HEDGING_REPORTS } from './verb-form.ts';

/** How near to a cue, in characters, such a word belongs to what is said there. */
const NEAR_CUE = 24;

/** A clause that says "reportedly" and names nobody. `told`: the statements that its sentence was found to hold; theirs is no rumour's. */
export function readRumour(state: UnitState, told: readonly Statement[]): Reading | null {
  const { scan, chunks } = state;
  const at = chunks.findIndex(
    (chunk) => chunk.kind !== 'quote' && hasRumour(scan, chunk) && !isTold(scan, chunk, told),
  );
  const chunk = chunks[at];
  if (chunk === undefined) return null;
  let i = chunk.first;
  while (!HEDGING_REPORTS.has(scan.tokens[i]?.lower ?? '')) i += 1;
  const token = scan.tokens[i];
  let from = at;
  const link = chunks[at - 1]?.kind;
  // "Full of a clip that supposedly shows …": it is the clip's.
  const isRelative = (link === 'that' || link === 'who') && chunks[at - 2]?.kind === 'noun';
  if (isRelative) from = nounStart(scan, chunks, at - 2);
  // "The next model, named Dash, has reportedly …": the subject before what describes it.
  const subject = !isRelative && link === 'comma' ? findSubject(scan, chunks, at, true) : null;
  if (subject !== null) from = chunkAt(state, subject.span.start);
  while (
    !isRelative &&
    subject === null &&
    from > 0 &&
    chunks[from - 1]?.kind !== 'comma' &&
    chunks[from - 1]?.kind !== 'semicolon'
  )
    from -= 1;
  const range = { from, to: contentEnd(scan, chunks, at + 1) };
  const whole = contentSpan(scan, chunks, range);
  if (whole === null || token === undefined) return null;
  const left = {
    start: whole.start,
    end: isRelative ? (scan.tokens[(chunks[at - 2]?.end ?? 1) - 1]?.end ?? token.start) : token.start,
  };
  const right = { start: token.end, end: whole.end };
  const content = [left, right].flatMap((span) => {
    const text = scan.text.slice(span.start, span.end);
    const start = span.start + (text.length - text.trimStart().length);
    const end = span.end - (text.length - text.trimEnd().length);
    return end > start ? [{ start, end }] : [];
  });
  if (content.length === 0) return null;
  return {
    statement: {
      ...blankStatement,
      unit: state.unit,
      basis: 'sourceless',
      cue: { start: token.start, end: token.end },
      verb: null,
      content,
      hedge: token.lower,
    },
    ranges: [range],
    last: range.to,
  };
}

/** Whether the phrase stands in what somebody says, beside the cue, or in a clause that a statement takes part of. */
function isTold({ tokens }: Scan, { first, end }: Chunk, told: readonly Statement[]): boolean {
  const [start, last] = [tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0];
  return told.some(
    ({ content, cue }) =>
      content.some((span) => span.start < last && start < span.end) ||
      (cue !== null && cue.start - NEAR_CUE < last && start < cue.end + NEAR_CUE),
  );
}

function hasRumour(scan: Scan, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.end; i += 1) if (HEDGING_REPORTS.has(scan.tokens[i]?.lower ?? '')) return true;
  return false;
}
