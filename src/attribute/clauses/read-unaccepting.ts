import stances from '../data/stances-en.json' with { type: 'json' };
import { contentEnd } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { isAccount, isCharge } from './is-charge.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const UNACCEPTING: ReadonlySet<string> = new Set(stances.unaccepting);

/**
 * "Does not accept | that it was late", "refused to accept | the finding", "disagrees with | their account", at the verb of phrase `k`: a denial
 * of what somebody claims or finds. Null where something else is not accepted: an offer, a gift.
 */
export function readUnaccepting(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  if (verb?.kind !== 'verb') return null;
  const words = scan.tokens.slice(verb.first, verb.end).map(({ lower }) => lower);
  const isRefused = /^(?:refused|refuses)$/.test(words.at(-1) ?? '') && chunks[k + 1]?.kind === 'infinitive';
  const last = isRefused ? chunks[k + 1] : verb;
  const lemma = last === undefined ? '' : (scan.tokens[fullVerb(scan, last)]?.lemma ?? '');
  const isNot = (words.includes('not') || words.includes('never') || isRefused) && UNACCEPTING.has(lemma);
  const differs = lemma === 'disagree' && !words.includes('not');
  if (last === undefined || !(isNot || differs)) return null;
  const next = isRefused ? k + 2 : k + 1;
  const from = lowerAt(scan, chunks[next]) === 'with' || chunks[next]?.kind === 'that' ? next + 1 : next;
  const isThat = chunks[next]?.kind === 'that' && !/^recogni/.test(lemma);
  const what = chunks[from];
  const isTold = isCharge(scan, what) || isAccount(scan, what);
  if (!(isThat || isTold)) return null;
  const source = findSubject(scan, chunks, k, true);
  if (source === null) return null;
  const cue = tokenSpan(scan, verb.first, last.end);
  const said = `not ${lemma}`;
  return readRanges(state, [{ from, to: contentEnd(scan, chunks, from) }], {
    basis: isThat ? 'clause' : 'object',
    cue,
    verb: differs ? lemma : said,
    source,
    stance: 'denies',
  });
}
