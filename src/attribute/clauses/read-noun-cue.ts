import stances from '../data/stances-en.json' with { type: 'json' };
import { contentEnd } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { canSpeak } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { CLAIM_NOUNS, FINITE } from './verb-form.ts';

const PRINTED = /^(?:article|claim|report|story)s?$/;
const ISSUING: ReadonlySet<string> = new Set([...stances.issuing, ...stances.giving]);

/** "The warning that the pier may fall | was ignored": what is told of the warning itself is no part of it. */
function ownVerb({ scan, chunks }: UnitState, from: number, to: number): number {
  const first = chunks.findIndex(({ kind }, i) => i >= from && kind === 'verb');
  for (let i = first + 1; first > 0 && i < to; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined || !['noun', 'verb', 'preposition', 'time', 'adverb'].includes(chunk.kind)) return to;
    // "The dam might fail | went unheeded": right behind a verb stands the sentence's own.
    const isOwn = chunks[i - 1]?.kind === 'verb' && FINITE.has(scan.tokens[chunk.first]?.fine ?? '');
    if (chunk.kind === 'verb') return scan.tokens[chunk.first]?.tag === 'AUX' || isOwn ? i : to;
  }
  return to;
}

/** "his claim that the road is safe", "a warning from the agency that …". */
export function readNounCue(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const that = chunks[k];
  const noun = chunks[k - 1];
  if (that?.kind !== 'that' || noun?.kind !== 'noun') return null;
  const token = scan.tokens[noun.end - 1];
  let source: SourcePhrase | null = null;
  let cueToken = token;
  if (token !== undefined && CLAIM_NOUNS.has(token.lower)) {
    for (let i = noun.end - 2; i >= noun.first && source === null; i -= 1) {
      const lower = scan.tokens[i]?.lower ?? '';
      const owner = scan.tokens[i];
      if (owner === undefined) continue;
      if (lower === "'s" || lower === '’s' || lower === "'" || lower === '’') {
        const start = scan.tokens[noun.first];
        const last = scan.tokens[i - 1];
        if (start !== undefined && last !== undefined && i > noun.first)
          source = { span: { start: start.start, end: last.end }, apposition: null, antecedent: null, place: 'owner' };
      } else if (lower === 'his' || lower === 'her' || lower === 'its' || lower === 'their') {
        source = { span: { start: owner.start, end: owner.end }, apposition: null, antecedent: null, place: 'owner' };
      }
    }
  } else {
    const link = chunks[k - 2];
    const claim = chunks[k - 3];
    cueToken = claim === undefined ? undefined : scan.tokens[claim.end - 1];
    // "A report in the Courier | that …"
    const isPrinted =
      lowerAt(scan, link) === 'in' && PRINTED.test(cueToken?.lower ?? '') && /^\p{Lu}/u.test(token?.text ?? '');
    const isBy = ['by', 'from'].includes(lowerAt(scan, link)) && CLAIM_NOUNS.has(cueToken?.lower ?? '');
    if (link?.kind !== 'preposition' || cueToken === undefined || !(isBy || isPrinted) || !canSpeak(scan, noun))
      return null;
    const first = scan.tokens[noun.first];
    const last = scan.tokens[noun.end - 1];
    if (first !== undefined && last !== undefined)
      source = { span: { start: first.start, end: last.end }, apposition: null, antecedent: null, place: 'owner' };
  }
  // "The agency issued | a warning | that …", "gave | an assurance | that …"
  const issuing = scan.tokens[(chunks[k - 2]?.end ?? 0) - 1]?.lower ?? '';
  if (source === null && chunks[k - 2]?.kind === 'verb' && ISSUING.has(issuing))
    source = findSubject(scan, chunks, k - 2, true);
  if (source === null || cueToken === undefined) return null;
  const cueAt = scan.tokens.indexOf(cueToken, chunks[0]?.first ?? 0);
  let to = k + 1;
  const end = contentEnd(scan, chunks, k + 1);
  while (to < end && chunks[to]?.kind !== 'comma') to += 1;
  const front = chunks.findIndex(({ first, end: last }) => first <= cueAt && cueAt < last);
  if (front === 0 || chunks[front - 1]?.kind === 'and') to = ownVerb(state, k + 1, to);
  return readRanges(state, [{ from: k + 1, to }], {
    basis: 'noun',
    cue: { start: cueToken.start, end: cueToken.end },
    verb: cueToken.lower,
    source,
    stance: /^denials?$/.test(cueToken.lower) ? 'denies' : 'asserts',
  });
}
