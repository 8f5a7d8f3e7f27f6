import grammar from '../data/grammar-en.json' with { type: 'json' };
import stances from '../data/stances-en.json' with { type: 'json' };
import { chargeAfter } from './charge-after.ts';
import { contentEnd, opensClause, type Range } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { verbForm } from './verb-form.ts';

const DENYING: ReadonlySet<string> = new Set(stances.denying);
const PRONOUN: ReadonlySet<string> = new Set(['it', 'this', 'that', 'them', 'these', 'those']);
/** With one of these nobody has denied it yet, or somebody else is denied it. */
const OTHERWISE: ReadonlySet<string> = new Set([...grammar.negators, ...grammar.modals, ...grammar.be, 'to']);

/**
 * "The firm disputes | this", "rejected out of hand | the notion that …", "the union claimed, and the firm denied, | that …", at the verb of
 * phrase `k`, where no other reader found what is denied. Null where it is neither a charge nor a word for one.
 */
export function readDisputed(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  if (verb?.kind !== 'verb') return null;
  const words = scan.tokens.slice(verb.first, verb.end);
  const form = verbForm(words.at(-1)?.lower ?? '');
  if (form === undefined || !DENYING.has(form.lemma) || form.tense === 'ing') return null;
  if (words.some(({ lower }) => OTHERWISE.has(lower))) return null;
  const range = deniedAfter(state, k);
  const source = range === null ? null : findSubject(scan, chunks, k, true);
  if (range === null || source === null) return null;
  const cue = tokenSpan(scan, verb.end - 1, verb.end);
  return readRanges(state, [range], { basis: 'object', cue, verb: form.lemma, source, stance: 'denies' });
}

function deniedAfter({ scan, chunks }: UnitState, k: number): Range | null {
  let at = skipCircumstance(scan, chunks, k + 1);
  // "The union claimed, and the firm denied, | that …"
  const isShared = chunks[at]?.kind === 'comma' && chunks[at + 1]?.kind === 'that';
  if (isShared) at += 1;
  const what = chunks[at];
  if (what?.kind === 'that') return isShared ? { from: at + 1, to: contentEnd(scan, chunks, at + 1) } : null;
  if (what?.kind !== 'noun') return null;
  if (PRONOUN.has(lowerAt(scan, what)) && what.end - what.first === 1) {
    const next = chunks[at + 1]?.kind;
    const isAll = next === undefined || /^(?:colon|comma|other|semicolon|dash|and|time)$/.test(next);
    return isAll ? { from: at, to: at + 1 } : null;
  }
  const charge = chargeAfter(scan.tokens, what.first);
  if (charge === null) return null;
  const next = chunks.findIndex(({ first, end }) => first <= charge.noun + 1 && charge.noun + 1 < end);
  if (next < 0) return { from: at, to: at + 1 };
  if (chunks[next]?.kind === 'that') return { from: next + 1, to: contentEnd(scan, chunks, next + 1) };
  if (next > at && opensClause(scan, chunks, next)) return { from: next, to: contentEnd(scan, chunks, next) };
  return { from: at, to: Math.max(at + 1, contentEnd(scan, chunks, at)) };
}
