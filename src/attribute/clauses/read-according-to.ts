import type { Span } from '#core/article.ts';
import lines from '../data/lines-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd } from './content-end.ts';
import { findNounAfter } from './find-noun-after.ts';
import { headWord } from './noun-start.ts';
import { ownerIn } from './owner-in.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

type According = { source: SourcePhrase; next: number; cue: Span; verb: string };

function accordingAt({ scan, chunks }: UnitState, k: number): According | null {
  const chunk = chunks[k];
  const at = chunk === undefined ? -1 : findToken(scan, chunk, 'according');
  if (at < 0 || scan.tokens[at + 1]?.lower !== 'to') return null;
  const p = chunks.findIndex((other) => other.first === at + 2 || (other.first <= at + 2 && other.end > at + 2));
  const found = findNounAfter(scan, chunks, p, 'object');
  return found === null ? null : { ...found, cue: tokenSpan(scan, at, at + 2), verb: 'according to' };
}

const ACCOUNTS: ReadonlySet<string> = new Set(lines.accounts);

/** "In the judge’s words", "by her own account", "in the opinion of one engineer": another way to say according to whom. */
export function byAccount(state: UnitState, k: number): According | null {
  const { scan, chunks } = state;
  const link = chunks[k];
  const noun = chunks[k + 1];
  if (link?.kind !== 'preposition' || noun?.kind !== 'noun' || !/^(?:by|in|on)$/.test(lowerAt(scan, link))) return null;
  const word = headWord(scan, noun);
  if (!ACCOUNTS.has(word)) return null;
  const isOf = lowerAt(scan, chunks[k + 2]) === 'of' && scan.tokens[noun.first]?.lower === 'the';
  const of = isOf && noun.end - noun.first === 2 ? findNounAfter(scan, chunks, k + 3, 'agent') : null;
  const source = of?.source ?? ownerIn(state, k + 1);
  const next = of?.next ?? k + 2;
  const after = chunks[next];
  if (source === null || !(after === undefined || /^(?:comma|other|quote|dash|semicolon)$/.test(after.kind)))
    return null;
  return { source, next, cue: tokenSpan(scan, link.first, noun.end), verb: `${lowerAt(scan, link)} ${word}` };
}

/** "according to two officials", at the front of a sentence or after what they said. */
export function readAccordingTo(state: UnitState, k: number): Reading | null {
  const { scan, chunks, floor } = state;
  const chunk = chunks[k];
  if (chunk === undefined) return null;
  const found = accordingAt(state, k) ?? byAccount(state, k);
  if (found === null) return null;
  const { cue } = found;
  const before = { from: floor, to: k };
  const told = { basis: 'according', cue, verb: found.verb, source: found.source } as const;
  // "Holm said that, according to the memo, the mill is sold": what stands before tells who said it.
  const isInClause =
    chunks[k - 1]?.kind === 'that' || (chunks[k - 1]?.kind === 'comma' && chunks[k - 2]?.kind === 'that');
  const isFronted =
    isInClause ||
    (k - floor <= 1 &&
      (k === floor ||
        chunks[floor]?.kind === 'and' ||
        chunks[floor]?.kind === 'adverb' ||
        chunks[floor]?.kind === 'comma'));
  let next = found.next;
  if (found.source.apposition !== null)
    while (next < chunks.length && (scan.tokens[chunks[next]?.first ?? 0]?.start ?? 0) < found.source.apposition.end)
      next += 1;
  if (isFronted) {
    while (next < chunks.length && chunks[next]?.kind !== 'comma' && chunks[next]?.kind !== 'quote') next += 1;
    // "According to the mayor, Ana Ruiz, | and Jan Holt, | the mill is sold."
    if (chunks[next + 1]?.kind === 'and' && chunks[next + 2]?.kind === 'noun' && chunks[next + 3]?.kind === 'comma')
      next += 3;
    // "According to the Wire, which cites an official, the mill is sold."
    if (chunks[next]?.kind === 'comma' && chunks[next + 1]?.kind === 'who') {
      const end = chunks.findIndex(({ kind }, i) => i > next + 1 && kind === 'comma');
      if (end > 0) next = end;
    }
    const from = chunks[next]?.kind === 'comma' ? next + 1 : next;
    return readRanges(state, [{ from, to: contentEnd(scan, chunks, from) }], told);
  }
  // "The pier was closed and, according to the police, “the lamps were out”": what stands before is no part of it.
  const isJoined = chunks[k - 1]?.kind === 'comma' && chunks[k - 2]?.kind === 'and';
  const ranges = isJoined && chunks[next]?.kind === 'comma' ? [] : [before];
  // "The deal, according to the memo, is dead": the rest of the clause after the source.
  if (
    chunks[next]?.kind === 'comma' &&
    (chunks[next + 1]?.kind === 'verb' || chunks[next + 1]?.kind === 'quote') &&
    !lowerAt(scan, chunks[next + 1]).endsWith('ing')
  ) {
    ranges.push({ from: next + 1, to: contentEnd(scan, chunks, next + 1) });
  }
  const whole = ranges.length > 0 ? ranges : [before];
  return readRanges(state, whole, told, Math.max(next, ...whole.map((range) => range.to)));
}

function findToken(scan: Scan, chunk: Chunk, word: string): number {
  for (let i = chunk.first; i < chunk.end; i += 1) if (scan.tokens[i]?.lower === word) return i;
  return -1;
}
