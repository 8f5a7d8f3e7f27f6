import stances from '../data/stances-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import { isChargeWord, isOneOf } from './charge-words.ts';
import type { Chunk } from './chunk-unit.ts';
import type { Range } from './content-end.ts';
import { canSpeak, headWord } from './noun-start.ts';
import { lowerAt } from './unit-state.ts';

const APPOSED: ReadonlySet<string> = new Set(stances.apposed);
const ACCOUNTS: ReadonlySet<string> = new Set(stances.accounts);
const GRANTED: ReadonlySet<string> = new Set(stances.granted);

/** "The claim", "reports of a split", "the idea that …": what somebody said, told by a noun. */
export function isCharge(scan: Scan, chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'noun' && isChargeWord(headWord(scan, chunk));
}

/** "…, a charge the ministry denies": of the charges, those that stand behind what they charge. "An idea that Holm dismissed" may be good or bad. */
export function isApposedCharge(scan: Scan, chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'noun' && isOneOf(APPOSED, headWord(scan, chunk));
}

/** "The figure", "that account": what may be right or wrong. */
export function isAccount(scan: Scan, chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'noun' && isOneOf(ACCOUNTS, headWord(scan, chunk));
}

/** A name, or a noun for people and bodies. */
function isPerson(scan: Scan, chunk: Chunk): boolean {
  const kind = nounKind(headWord(scan, chunk));
  const isName = /^\p{Lu}/u.test(scan.tokens[chunk.end - 1]?.text ?? '') && canSpeak(scan, chunk);
  return isName || (kind !== null && kind !== 'document');
}

/** "Denied bail to the two", "rejected the offer", "denied Keim Town a goal", "dismissed its coach": what is given or kept back, and no words. */
export function isGranted(scan: Scan, chunks: readonly Chunk[], { from, to }: Range): boolean {
  const first = chunks[from];
  if (first?.kind !== 'noun') return false;
  const head = headWord(scan, first);
  // "Denied any improper approach": that there was one.
  if (lowerAt(scan, first) === 'any') return false;
  if (isOneOf(GRANTED, head)) return true;
  const next = chunks[from + 1];
  const isEnd = next === undefined || ['other', 'time', 'comma', 'and', 'noun'].includes(next.kind) || from + 1 >= to;
  const isBehind = isEnd || /^(?:after|for|in|on|over|twice)$/.test(lowerAt(scan, next));
  const isSomeone = isPerson(scan, first) && !isCharge(scan, first);
  return isBehind && isSomeone && !/^(?:it|this|that|them|those)$/.test(head) && !isAccount(scan, first);
}
