import { chargeAfter } from './charge-after.ts';
import { contentEnd, opensClause, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { DENYING } from './stance-of.ts';
import type { UnitState } from './unit-state.ts';

/** Between a charge and its clause: "the claim | of his lawyer, Sunil Marr, | that". */
const BETWEEN = 6;
const PRINTED = /^(?:articles?|reports?|stor(?:y|ies))$/;
/** "That" and the full stop are no words of a clause. */
const ENDS = 3;

/** "Rejected the official’s account that | he spat", "dismissed a report by the Courier that | …": of a charge with its clause, the clause is what is denied. */
export function deniedClause({ scan, chunks }: UnitState, cue: VerbCue, range: Range): Range {
  const what = chunks[range.from];
  const charge = DENYING.has(cue.lemma) && what?.kind === 'noun' ? chargeAfter(scan.tokens, what.first) : null;
  const next =
    charge === null ? -1 : chunks.findIndex(({ first, end }) => first <= charge.noun + 1 && charge.noun + 1 < end);
  if (next < 0 || next <= range.from) return range;
  // "Denied | reports that it had sold it": the reports stay with what they tell, where that is not short.
  const isOwned =
    scan.tokens.slice(what?.first, charge?.noun).some(({ fine }) => fine === 'POS' || fine === 'PRP$') &&
    (charge?.noun ?? 0) - (what?.first ?? 0) >= (chunks.at(-1)?.end ?? 0) - (charge?.noun ?? 0) - ENDS;
  // "A report in the Courier that …": whoever prints it is no part of who denies it.
  if (charge !== null && PRINTED.test(scan.tokens[charge.noun]?.lower ?? '') && !isOwned) return range;
  const that = chunks.findIndex(({ kind }, i) => i >= next && i <= next + BETWEEN && kind === 'that');
  if (that > 0) {
    const isLinked = chunks
      .slice(next, that)
      .every(({ kind }) => ['preposition', 'noun', 'comma', 'time'].includes(kind));
    return isLinked && (isOwned || that > next) && chunks[that + 1]?.kind !== 'verb'
      ? { from: that + 1, to: Math.max(that + 2, contentEnd(scan, chunks, that + 1)) }
      : range;
  }
  return isOwned && opensClause(scan, chunks, next) ? { from: next, to: range.to } : range;
}
