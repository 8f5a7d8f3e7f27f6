import grammar from '../data/grammar-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Basis } from '../statement.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, holdsCue, opensClause, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { isTerm, isWholeQuote } from './is-whole-quote.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { isSaying } from './verb-form.ts';

/** The quotation that ends just before phrase `k`, with a comma between or none. */
export function quoteBefore(chunks: readonly Chunk[], k: number): number {
  const at =
    chunks[k - 1]?.kind === 'comma' || chunks[k - 1]?.kind === 'dash' || chunks[k - 1]?.kind === 'other'
      ? k - 2
      : k - 1;
  return chunks[at]?.kind === 'quote' ? at : -1;
}

/** Whether a range of phrases holds a verb or a quotation, and so can be a statement. */
export function hasVerb(chunks: readonly Chunk[], range: Range): boolean {
  for (let i = range.from; i < range.to; i += 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'verb' || kind === 'quote') return true;
  }
  return false;
}

/** "Wen Hallam disputes this: | the images, Hallam wrote, were doubled": a colon behind a verb of saying begins what is said. */
function afterOwn(scan: Scan, chunks: readonly Chunk[], floor: number, end: number): number {
  const colon = chunks.findIndex(({ kind }, i) => i > floor && i < end && kind === 'colon');
  return colon > 0 && chunks.slice(floor, colon).some((chunk) => holdsCue(scan, chunk)) ? colon + 1 : floor;
}

/** Content that ends before phrase `end`: the quotation there, with the words of the article that lead into it. */
export function contentBefore(state: UnitState, end: number): { range: Range; isQuote: boolean } | null {
  const { scan, chunks, floor } = state;
  const q = quoteBefore(chunks, end);
  if (q >= 0 && q >= floor) {
    const quote = chunks[q];
    if (quote !== undefined && (isWholeQuote(scan, quote) || q === floor))
      return { range: { from: q, to: q + 1 }, isQuote: true };
    return { range: { from: floor, to: q + 1 }, isQuote: true };
  }
  const border = chunks[end - 1];
  if (border?.kind !== 'comma' && border?.kind !== 'dash' && border?.kind !== 'subordinator') return null;
  const range = { from: afterOwn(scan, chunks, floor, end), to: end - 1 };
  // "According to the survey, half of them said …": who told it, and not what they said.
  if (lowerAt(scan, chunks[floor]) === 'according') return null;
  // "Asked whether he would stay, | Holm said no": what was asked is not what was said.
  if (/^(?:asked|pressed|questioned|quizzed)$/.test(lowerAt(scan, chunks[floor])) && chunks[floor]?.kind === 'verb')
    return null;
  // "Quoting court papers, the Courier said …": what somebody did while saying it.
  const isParticiple = chunks[floor]?.kind === 'verb' && lowerAt(scan, chunks[floor]).endsWith('ing');
  if (isParticiple && !hasVerb(chunks, { from: floor + 1, to: end - 1 })) return null;
  return range.to > range.from ? { range, isQuote: false } : null;
}

/** A clause about the paper in which something was said holds few phrases. */
const LETTERS_CLAUSE = 7;

/** Content after the cue: a quotation, a clause with or without "that"; null where neither begins there. */
export function contentAfter(state: UnitState, cue: VerbCue, from: number): { ranges: Range[]; basis: Basis } | null {
  const { scan, chunks } = state;
  const takesClause = cue.frames.has('clause');
  const needsThat = cue.frames.has('finding') && !cue.frames.has('quote') && !cue.frames.has('before');
  const places = [from, skipCircumstance(scan, chunks, from)];
  for (const start of places) {
    let at = start;
    let chunk = chunks[at];
    if (chunk?.kind === 'comma') {
      // "reported, citing an official, that …" and "wrote in a letter, “…”".
      const next = chunks[at + 1];
      if (next?.kind === 'quote' && cue.frames.has('quote')) at += 1;
      else {
        let close = at + 1;
        while (close < chunks.length && close - at < 14 && chunks[close]?.kind !== 'comma') close += 1;
        if (chunks[close + 1]?.kind === 'that' && takesClause) at = close + 1;
      }
      chunk = chunks[at];
    }
    if (
      chunk?.kind === 'colon' &&
      (chunks[at + 1]?.kind === 'quote' || (isSaying(cue.lemma) && at + 2 < chunks.length))
    ) {
      return {
        ranges: [{ from: at + 1, to: chunks[at + 1]?.kind === 'quote' ? at + 2 : chunks.length }],
        basis: chunks[at + 1]?.kind === 'quote' ? 'quotation' : 'clause',
      };
    }
    if (chunk === undefined) continue;
    // "Said in a letter that was sent on Monday | that …": the first "that" is the letter's.
    // "By phone that shelling had gone on": a subject that looks like a verb.
    const isGerund = scan.tokens[chunks[at + 1]?.first ?? -1]?.fine === 'VBG';
    if (chunk.kind === 'that' && chunks[at + 1]?.kind === 'verb' && !isGerund) {
      const second = chunks.findIndex(({ kind }, i) => i > at + 1 && kind === 'that');
      if (second > 0 && second - at < LETTERS_CLAUSE) at = second;
      // "Held on a private server that were deleted": and it stays that.
      else if (at > from) continue;
    }
    if (chunk.kind === 'that' && takesClause && at + 1 < chunks.length)
      return { ranges: [{ from: at + 1, to: contentEnd(scan, chunks, at + 1) }], basis: 'clause' };
    // "Wrote in a note titled | “Who Goes There?”": the note's title.
    if (chunk.kind === 'quote' && (cue.frames.has('quote') || takesClause) && !(at > from && isTerm(scan, chunk))) {
      const to = isWholeQuote(scan, chunk) ? at + 1 : contentEnd(scan, chunks, at);
      return { ranges: [{ from: at, to }], basis: 'quotation' };
    }
    if (takesClause && !needsThat && opensClause(scan, chunks, at))
      return { ranges: [{ from: at, to: contentEnd(scan, chunks, at) }], basis: 'clause' };
  }
  return null;
}

const COPULAS: ReadonlySet<string> = new Set([...grammar.be, ...grammar.beShort, 'not', 'has', 'have', 'had']);

/** "The first blast, it said, | was a mine"; "If talks fail, she said, | the strike goes on". */
export function goesOnAfter(state: UnitState, at: number, left: Range): Range | null {
  const { scan, chunks } = state;
  if (chunks[at]?.kind !== 'comma') return null;
  const next = chunks[at + 1];
  const begins = lowerAt(scan, chunks[left.from]);
  const isHalf =
    !hasVerb(chunks, left) ||
    ['if', 'when', 'unless', 'once', 'after', 'before', 'while', 'since', 'for', 'in', 'with', 'by'].includes(begins);
  const isRest =
    // "The film, he said, | runs for hours": whatever the tagger takes the verb for.
    (next?.kind === 'noun' &&
      chunks[left.from]?.kind === 'noun' &&
      !hasVerb(chunks, left) &&
      /[^s](?:s|ed)$/.test(lowerAt(scan, next))) ||
    (next?.kind === 'verb' || next?.kind === 'quote' || next?.kind === 'infinitive'
      ? !lowerAt(scan, next).endsWith('ing')
      : isHalf
        ? opensClause(scan, chunks, at + 1)
        : next?.kind === 'and' &&
          lowerAt(scan, next) === 'and' &&
          // "…, Ruiz said, and I believe her": whoever writes.
          !/^(?:i|we)$/.test(lowerAt(scan, chunks[at + 2])) &&
          (chunks[at + 2]?.kind === 'verb' || opensClause(scan, chunks, at + 2)) &&
          contentEnd(scan, chunks, at) > at + 1);
  // "There was, aides insisted, | no row", "he was not, he said, | a spy"
  const copula = chunks[left.to - 1];
  const isCopula =
    copula?.kind === 'verb' &&
    scan.tokens.slice(copula.first, copula.end).every(({ lower }) => COPULAS.has(lower)) &&
    (next?.kind === 'noun' || next?.kind === 'quote') &&
    left.to - left.from <= 2;
  if (isCopula) return { from: at + 1, to: contentEnd(scan, chunks, at + 1) };
  // "That means, they write, | that it would be lost"
  const isThat = next?.kind === 'that' && chunks[left.to - 1]?.kind === 'verb' && chunks[at + 2]?.kind !== 'verb';
  if (!isRest && !isThat) return null;
  const to = contentEnd(scan, chunks, at + 1);
  return to > at + 1 ? { from: at + 1, to } : null;
}
