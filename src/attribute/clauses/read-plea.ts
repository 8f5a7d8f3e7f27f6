import { contentEnd } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { headWord } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const INNOCENT = /^(?:maintain|protest|profess|proclaim|assert|declare)$/;

/** "Pleaded not guilty to three counts", "maintained his innocence": a denial before a court. */
export function readPlea(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  const next = chunks[k + 1];
  if (verb?.kind !== 'verb' || next?.kind !== 'noun') return null;
  const at = fullVerb(scan, verb);
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
