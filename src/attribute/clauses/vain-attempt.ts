import stances from '../data/stances-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { phrase } from './find-subject.ts';
import { headWord } from './noun-start.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const TRIES: ReadonlySet<string> = new Set(stances.tries);
const REACHING: ReadonlySet<string> = new Set(stances.reaching);
const VAIN: ReadonlySet<string> = new Set(stances.vain);
const FAILED = /^(?:fail|failed|failing)$/;

/**
 * Whom nobody reached: "attempts to reach | Ana Ruiz | failed", "the Courier was unable to reach | the firm | for comment". A summit and a deal
 * are reached in another way: only what has a name or can speak is meant. Null where the verb of phrase `k` tells of none of these.
 */
export function vainAttempt({ scan, chunks, floor }: UnitState, k: number): SourcePhrase | null {
  const words = scan.tokens.slice(chunks[k]?.first, chunks[k]?.end).map(({ lower }) => lower);
  const next = chunks[k + 1];
  const isVain = VAIN.has(lowerAt(scan, next)) || (words.includes('not') && lowerAt(scan, next) === 'successful');
  if (words.some((word) => FAILED.test(word)) || isVain) {
    const to = chunks.findLastIndex(({ kind }, i) => i >= floor && i < k && kind === 'infinitive');
    const isTry = to > floor && TRIES.has(headOf(scan, chunks[to - 1]));
    return isTry ? reached(scan, chunks, to) : null;
  }
  // "Could not reach | Ana Ruiz | for comment", "was unable | to reach | Ana Ruiz"
  if (words.includes('not') && /^(?:could|can)$/.test(words[0] ?? '')) return sought(scan, chunks, k);
  const isUnable = lowerAt(scan, next) === 'unable' || (words.includes('not') && lowerAt(scan, next) === 'able');
  return isUnable && chunks[k + 2]?.kind === 'infinitive' ? sought(scan, chunks, k + 2) : null;
}

const headOf = (scan: Scan, chunk: Chunk | undefined) => (chunk === undefined ? '' : headWord(scan, chunk));

/** Who stands behind a verb of reaching at phrase `at`. */
function reached(scan: Scan, chunks: readonly Chunk[], at: number): SourcePhrase | null {
  if (!REACHING.has(scan.tokens[(chunks[at]?.end ?? 0) - 1]?.lower ?? '')) return null;
  const after = chunks[at + 1]?.kind === 'preposition' ? at + 2 : at + 1;
  const who = chunks[after];
  const kind = nounKind(headOf(scan, who));
  const isName = /^\p{Lu}/u.test(scan.tokens[(who?.end ?? 0) - 1]?.text ?? '');
  if (!isName && (kind === null || kind === 'document')) return null;
  return phrase(scan, chunks, after, after, 'agent', null);
}

/** The same, where it was for comment. */
function sought(scan: Scan, chunks: readonly Chunk[], at: number): SourcePhrase | null {
  const isForComment = chunks
    .slice(at, at + 6)
    .some((chunk) => /^(?:comment|comments|interview)$/.test(headOf(scan, chunk)));
  return isForComment ? reached(scan, chunks, at) : null;
}
