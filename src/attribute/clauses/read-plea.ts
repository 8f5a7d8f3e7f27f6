import type { Span } from '#core/article.ts';
import { contentEnd } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { headWord } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { tokenSpan } from './token-span.ts';
import { chunkAt, lowerAt, type UnitState } from './unit-state.ts';

/** "Entered | a plea of not guilty", "entered not guilty pleas". */
const ENTERED = /^enter(?:s|ed)? (?:a plea of )?(?:a )?not[- ]guilty(?: pleas?)?/;
/** How much of a sentence such a plea takes, in characters. */
const ENTERED_REACH = 40;
const INNOCENT = /^(?:maintain|protest|profess|proclaim|assert|declare)$/;

/** What was pleaded is the plea itself, with the charges behind it. */
function readEntered(state: UnitState, k: number, plea: Span): Reading | null {
  const { scan, chunks } = state;
  const source = findSubject(scan, chunks, k, true);
  const verb = chunks[k];
  if (source === null || verb === undefined) return null;
  const from = Math.min(chunks.length - 1, chunkAt(state, plea.end - 1));
  const cue = tokenSpan(scan, verb.first, fullVerb(scan, verb) + 1);
  const told = { basis: 'object', cue, verb: 'enter', source, stance: 'denies' } as const;
  const reading = readRanges(state, [{ from, to: contentEnd(scan, chunks, from) }], told);
  const end = reading?.statement.content[0]?.end ?? plea.end;
  const start = plea.start + (/ /.exec(scan.text.slice(plea.start, plea.end))?.index ?? 0) + 1;
  return reading === null ? null : { ...reading, statement: { ...reading.statement, content: [{ start, end }] } };
}

/** "Pleaded not guilty to three counts", "maintained his innocence": a denial before a court. */
export function readPlea(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  const next = chunks[k + 1];
  if (verb?.kind !== 'verb' || next?.kind !== 'noun') return null;
  const at = fullVerb(scan, verb);
  const opening = scan.tokens[at]?.start ?? 0;
  const entered = at < 0 ? undefined : ENTERED.exec(scan.text.slice(opening, opening + ENTERED_REACH))?.[0];
  if (entered !== undefined) return readEntered(state, k, { start: opening, end: opening + entered.length });
  const lemma = scan.tokens[at]?.lemma ?? '';
  const isNot = scan.tokens[next.first - 1]?.lower === 'not' || lowerAt(scan, next) === 'not';
  const isPlea = /^pl(?:ead|ed)$/.test(lemma) && isNot && headWord(scan, next) === 'guilty';
  const isInnocence = INNOCENT.test(lemma) && headWord(scan, next) === 'innocence';
  if (at < 0 || !(isPlea || isInnocence)) return null;
  const source = findSubject(scan, chunks, k, true);
  if (source === null) return null;
  const range = { from: k + 1, to: contentEnd(scan, chunks, k + 1) };
  const reading = readRanges(state, [range], {
    basis: 'object',
    cue: tokenSpan(scan, at, at + 1),
    verb: isPlea ? 'plead' : lemma,
    source,
    stance: 'denies',
  });
  const [first] = reading?.statement.content ?? [];
  if (reading === null || first === undefined || !isPlea || lowerAt(scan, next) === 'not') return reading;
  // The "not" stands in the phrase of the verb.
  const start = scan.tokens[next.first - 1]?.start ?? first.start;
  return { ...reading, statement: { ...reading.statement, content: [{ start, end: first.end }] } };
}
