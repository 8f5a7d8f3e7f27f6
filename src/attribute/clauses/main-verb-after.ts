import type { Scan } from '../scan-article.ts';
import type { Chunk } from './chunk-unit.ts';
import type { Range } from './content-end.ts';
import type { UnitState } from './unit-state.ts';
import { FINITE } from './verb-form.ts';

/**
 * "Ruiz, who runs the mill, | said": where what a clause about the subject tells ends, before the comma that closes the clause and
 * the verb of the subject itself. `range.to` where the cue stands in no such clause.
 */
export function mainVerbAfter({ scan, chunks }: UnitState, cue: number, range: Range): number {
  const who = chunks.findLastIndex(({ kind }, k) => kind === 'who' && k < cue);
  const isClosed = chunks[who - 1]?.kind === 'comma' && chunks[who - 2]?.kind === 'noun';
  // Whose clause it is has had no verb yet: the subject of the sentence.
  if (who < 0 || !isClosed || chunks.slice(0, who).some(isDeed) || chunks.slice(who, cue).some(isBorder))
    return range.to;
  let commas = 0;
  for (let i = range.from; i + 1 < range.to; i += 1) {
    if (chunks[i]?.kind !== 'comma') continue;
    // "Said the bridge, built in 1900, was safe": the verb of what was said, behind the second comma of a pair.
    if (commas % 2 === 0 && isFiniteVerb(scan, chunks[i + 1]) && i > range.from) return i;
    commas += 1;
  }
  return range.to;
}

const isDeed = ({ kind }: Chunk) => kind === 'verb' || kind === 'infinitive';
const isBorder = ({ kind }: Chunk) => kind === 'comma' || kind === 'semicolon' || kind === 'quote';

function isFiniteVerb(scan: Scan, chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && scan.tokens.slice(chunk.first, chunk.end).some(({ fine }) => FINITE.has(fine));
}
