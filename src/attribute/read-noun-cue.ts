import { contentEnd } from './content-end.ts';
import { canSpeak } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { CLAIM_NOUNS } from './verb-form.ts';

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
    if (
      link?.kind !== 'preposition' ||
      !['by', 'from'].includes(lowerAt(scan, link)) ||
      cueToken === undefined ||
      !CLAIM_NOUNS.has(cueToken.lower) ||
      !canSpeak(scan, noun)
    )
      return null;
    const first = scan.tokens[noun.first];
    const last = scan.tokens[noun.end - 1];
    if (first !== undefined && last !== undefined)
      source = { span: { start: first.start, end: last.end }, apposition: null, antecedent: null, place: 'owner' };
  }
  if (source === null || cueToken === undefined) return null;
  let to = k + 1;
  const end = contentEnd(scan, chunks, k + 1);
  while (to < end && chunks[to]?.kind !== 'comma') to += 1;
  return readRanges(state, [{ from: k + 1, to }], {
    basis: 'noun',
    cue: { start: cueToken.start, end: cueToken.end },
    verb: cueToken.lower,
    source,
    stance: cueToken.lower === 'denial' ? 'denies' : 'asserts',
  });
}
