import stances from '../data/stances-en.json' with { type: 'json' };
import { findNounAfter } from './find-noun-after.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/** "Calls", "requests": what went to whoever did not answer. */
const REQUESTS: ReadonlySet<string> = new Set(stances.requests);

/** To whom the calls or messages went that are the subject of the verb of phrase `k`: "calls to | the firm | went unanswered". */
export function askedBefore({ scan, chunks, floor }: UnitState, k: number): SourcePhrase | null {
  for (let i = k - 1; i > floor; i -= 1) {
    if (chunks[i]?.kind === 'comma' || !/^(?:to|with)$/.test(lowerAt(scan, chunks[i]))) continue;
    const isAsked = chunks
      .slice(floor, i)
      .some(
        (chunk) =>
          chunk.kind === 'noun' && scan.tokens.slice(chunk.first, chunk.end).some(({ lower }) => REQUESTS.has(lower)),
      );
    return isAsked ? (findNounAfter(scan, chunks, i + 1, 'agent')?.source ?? null) : null;
  }
  return null;
}
