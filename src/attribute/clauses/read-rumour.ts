import type { Scan } from '../scan-article.ts';
import { blankStatement } from './blank-statement.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, contentSpan } from './content-end.ts';
import { nounStart } from './noun-start.ts';
import type { Reading } from './read-ranges.ts';
import type { UnitState } from './unit-state.ts';
import { HEDGING_REPORTS } from './verb-form.ts';

/** A sentence that says "reportedly" and names nobody. */
export function readRumour(state: UnitState): Reading | null {
  const { scan, chunks } = state;
  const at = chunks.findIndex((chunk) => chunk.kind !== 'quote' && hasRumour(scan, chunk));
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
  while (!isRelative && from > 0 && chunks[from - 1]?.kind !== 'comma' && chunks[from - 1]?.kind !== 'semicolon')
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

function hasRumour(scan: Scan, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.end; i += 1) if (HEDGING_REPORTS.has(scan.tokens[i]?.lower ?? '')) return true;
  return false;
}
