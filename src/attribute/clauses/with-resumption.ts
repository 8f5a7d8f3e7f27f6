import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import type { Basis } from '../statement.ts';
import type { Chunk } from './chunk-unit.ts';
import { holdsCue, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { finishReading, type Speaker } from './finish-reading.ts';
import { isTerm } from './is-whole-quote.ts';
import type { Reading } from './read-ranges.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/** A quotation that goes on after its cue in the same sentence: “…,” she said, “…”. */
export function withResumption(
  state: UnitState,
  cue: VerbCue,
  found: Speaker,
  left: Range,
  basis: Basis,
  after: number,
  addressee: Span | null = null,
): Reading | null {
  const { scan, chunks } = state;
  const ranges: Range[] = [left];
  let at = after;
  for (let steps = 0; steps < 12 && at < chunks.length; steps += 1, at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === 'quote') {
      const follower = chunks[at + 1]?.kind === 'comma' ? chunks[at + 2] : chunks[at + 1];
      const ownsCue =
        follower?.kind === 'noun' &&
        chunks.slice(at + 1, at + 8).some((c) => c.kind === 'verb') &&
        lowerAt(scan, chunks[at - 1]) !== ',';
      const goesOn = basis === 'quotation' || (basis === 'before' && isContinued(scan, chunks, at));
      if (!ownsCue && goesOn && !isTerm(scan, chunk)) ranges.push({ from: at, to: at + 1 });
      break;
    }
    // “…,” said Ana Ruiz, who runs the mill, “…”
    if (chunk?.kind === 'who') {
      const close = chunks.findIndex(({ kind }, i) => i > at && kind === 'comma');
      if (close < 0 || chunks[close + 1]?.kind !== 'quote') break;
      at = close;
      continue;
    }
    if (chunk?.kind === 'verb' && (holdsCue(scan, chunk) || !lowerAt(scan, chunk).endsWith('ing'))) break;
    if (chunk?.kind === 'semicolon') break;
  }
  return finishReading(state, cue, found, ranges, basis, { addressee });
}

/** "It was late, she said, “and nobody came”": words in marks that go on behind a comma in small letters, to the end. */
function isContinued(scan: Scan, chunks: readonly Chunk[], at: number): boolean {
  const first = scan.tokens[(chunks[at]?.first ?? 0) + 1];
  const isLast = chunks[at + 1] === undefined || chunks[at + 1]?.kind === 'other';
  return chunks[at - 1]?.kind === 'comma' && isLast && /^(?:and|but|or|so|because)$/.test(first?.text ?? '');
}
