import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { headWord } from './noun-start.ts';
import { tokenSpan } from './token-span.ts';

/** How many phrases an apposition may hold. Longer ones are rare and mostly misread. */
export const APPOSITION_CHUNKS = 24;
/** The endings and forms of participles that may describe a noun: "briefed on the talks", "seen by the Courier". */
export const REDUCED = /(?:ed|en|ing|known|told|sent|held|seen|made|set)$/;

function isFiniteVerb(scan: Scan, chunk: Chunk): boolean {
  if (chunk.kind !== 'verb') return false;
  const only = scan.tokens[chunk.first];
  return !(chunk.end - chunk.first === 1 && only !== undefined && only.tag !== 'AUX' && only.lower.endsWith('ing'));
}

/** Whether the phrases between two commas can describe the noun before them, and are no clause of their own. */
export function describesNoun(scan: Scan, chunks: readonly Chunk[], from: number, to: number): boolean {
  const first = chunks[from];
  if (first === undefined || from >= to) return false;
  if (first.kind === 'who') return true;
  const word = scan.tokens[first.first]?.lower ?? '';
  if (first.kind === 'verb') return word.endsWith('ing') || REDUCED.test(word);
  if (first.kind === 'and' || first.kind === 'subordinator')
    return word === 'as' || word === 'when' || word === 'though' || word === 'once';
  for (let i = from; i < to; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined || chunk.kind === 'semicolon' || chunk.kind === 'quote') return false;
    if (chunk.kind === 'who') return true;
    if (isFiniteVerb(scan, chunk) && !REDUCED.test(scan.tokens[chunk.first]?.lower ?? '')) return false;
  }
  return true;
}

/** What describes a noun after its comma: "a baker", "46, of the charity", "who ran the trial"; null where nothing does. */
export function appositionAfter(scan: Scan, chunks: readonly Chunk[], comma: number): Span | null {
  const closes = (k: number) => {
    const kind = chunks[k]?.kind;
    return (
      kind === undefined ||
      kind === 'comma' ||
      kind === 'semicolon' ||
      kind === 'quote' ||
      kind === 'other' ||
      kind === 'dash' ||
      kind === 'colon'
    );
  };
  let from = comma + 1;
  const age = chunks[from];
  if (
    age !== undefined &&
    age.kind === 'noun' &&
    /^\d{1,3}$/.test(headWord(scan, age)) &&
    chunks[from + 1]?.kind === 'comma'
  )
    from += 2;
  const first = chunks[from];
  if (first === undefined) return null;
  const word = scan.tokens[first.first]?.lower ?? '';
  const isNoun =
    first.kind === 'noun' &&
    (/^(?:a|an|the|its|his|her|their|one)$/.test(word) || nounKind(headWord(scan, first)) !== null || /^\d/.test(word));
  const isWho = first.kind === 'who' && (word === 'who' || word === 'whose');
  const isOf = first.kind === 'preposition' && (word === 'of' || word === 'from');
  // "its director, Paulo Reis"
  const opener = scan.tokens[first.first];
  const isName =
    first.kind === 'noun' &&
    opener !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(opener.text) &&
    first.end - first.first <= 5 &&
    closes(from + 1);
  if (!isNoun && !isWho && !isOf && !isName) return null;
  let to = from;
  while (to - from < APPOSITION_CHUNKS && !closes(to)) to += 1;
  const last = chunks[to - 1];
  if (last === undefined || to === from || !describesNoun(scan, chunks, from, to)) return null;
  const whole = chunks[comma + 1] ?? first;
  return tokenSpan(scan, whole.first, last.end);
}
