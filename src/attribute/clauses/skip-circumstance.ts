import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { holdsCue, QUANTITY } from './content-end.ts';
import { headWord } from './noun-start.ts';
import { lowerAt } from './unit-state.ts';

/** Skips where and when something was said: "on Wednesday", "in a statement", "later". */
export function skipCircumstance(scan: Scan, chunks: readonly Chunk[], p: number): number {
  let at = p;
  for (;;) {
    const chunk = chunks[at];
    if (chunk === undefined) return at;
    if (chunk.kind === 'time' || chunk.kind === 'adverb' || chunk.kind === 'bracket') at += 1;
    // "Rejected | out of hand | the notion"
    else if (lowerAt(scan, chunk) === 'out' && lowerAt(scan, chunks[at + 2]) === 'hand') at += 3;
    else if (
      chunk.kind === 'preposition' &&
      (chunks[at + 1]?.kind === 'noun' || chunks[at + 1]?.kind === 'time') &&
      !QUANTITY.has(lowerAt(scan, chunk))
    )
      at =
        nounKind(headWord(scan, chunks[at + 1] ?? chunk)) === 'document' ? skipHandling(scan, chunks, at + 2) : at + 2;
    else if (chunk.kind === 'preposition' && doingEnd(scan, chunks, at) > 0) at = doingEnd(scan, chunks, at);
    else if (chunk.kind === 'preposition' && lowerAt(scan, chunk) === 'at' && chunks[at + 1]?.kind === 'noun') at += 2;
    else return chunk.kind === 'subordinator' && WHEN.test(lowerAt(scan, chunk)) ? thatAfter(scan, chunks, at) : at;
  }
}

/** "Said in closing | that …", "said in announcing the fine | that …": where what the speaker did meanwhile ends; -1 where they did nothing. */
function doingEnd({ tokens }: Scan, chunks: readonly Chunk[], at: number): number {
  const verb = chunks[at + 1];
  const isGerund = verb?.kind === 'verb' && verb.end - verb.first === 1 && tokens[verb.first]?.fine === 'VBG';
  if (!isGerund || !WHILE.test(tokens[chunks[at]?.first ?? -1]?.lower ?? '')) return -1;
  const end = chunks[at + 2]?.kind === 'noun' ? at + 3 : at + 2;
  return ['that', 'comma', 'quote'].includes(chunks[end]?.kind ?? '') ? end : -1;
}

const WHILE = /^(?:in|on|by|upon|before|after)$/;
const WHEN = /^(?:after|before|as|when|while)$/;
/** A clause that tells when something was said holds few phrases. */
const WHEN_AT_MOST = 6;

/** "Said after the vote | that …", "told the BBC before the list was printed | that …"; `at` where no "that" comes, or another's. */
function thatAfter(scan: Scan, chunks: readonly Chunk[], at: number): number {
  for (let i = at + 1; i < Math.min(chunks.length, at + WHEN_AT_MOST); i += 1) {
    if (chunks[i]?.kind === 'that') return i > at + 1 ? i : at;
    if (!['noun', 'verb', 'preposition', 'time', 'adverb'].includes(chunks[i]?.kind ?? '') || holdsCue(scan, chunks[i]))
      return at;
  }
  return at;
}

/** What was done with a paper on its way: "a statement | read to reporters", "an email | to staff". */
function skipHandling(scan: Scan, chunks: readonly Chunk[], p: number): number {
  let at = p;
  const handled = chunks[at];
  if (handled?.kind === 'verb' && handled.end - handled.first === 1 && HANDLED.test(lowerAt(scan, handled))) at += 1;
  const isTo =
    chunks[at]?.kind === 'infinitive' && nounKind(scan.tokens[(chunks[at]?.end ?? 0) - 1]?.lower ?? '') === 'group';
  // The tagger takes "staff" for a verb.
  if (isTo) at += 1;
  if (at === p) return p;
  while (at < chunks.length) {
    const kind = chunks[at]?.kind;
    const after = chunks[at + 1]?.kind;
    if (kind === 'time' || kind === 'adverb') at += 1;
    else if (kind === 'preposition' && (after === 'noun' || after === 'time')) at += 2;
    else break;
  }
  const next = chunks[at]?.kind;
  return next === 'that' || next === 'quote' || next === 'colon' || next === 'comma' ? at : p;
}

const HANDLED = /(?:ed|en|read|sent|seen|put|given|made|shown)$/;
