import grammar from '../data/grammar-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { isHouse } from '../sources/is-house.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { lowerAt } from './unit-state.ts';

const PRONOUNS: ReadonlySet<string> = new Set(grammar.speakers);
/** Words that stand where a subject stands and never speak in an article. */
export const NOT_SOURCES: ReadonlySet<string> = new Set(grammar.neverSpeak);

/** The word that a noun phrase turns on, in lower case: "spokesman" in "a hospital spokesman". */
export function headWord(scan: Scan, chunk: Chunk): string {
  for (let i = chunk.end - 1; i >= chunk.first; i -= 1) {
    const token = scan.tokens[i];
    if (token !== undefined && /[\p{L}\p{N}]/u.test(token.lower) && !/^['’]s?$/.test(token.lower)) return token.lower;
  }
  return '';
}

/** Whether a noun phrase can be somebody or something that says things. */
export function canSpeak(scan: Scan, chunk: Chunk | undefined): boolean {
  if (chunk === undefined || chunk.kind !== 'noun') return false;
  const head = headWord(scan, chunk);
  if (NOT_SOURCES.has(head)) return false;
  if (PRONOUNS.has(head) || nounKind(head) !== null) return true;
  // "Number 10"
  if (/^\d+$/.test(head) && isHouse(scan.text.slice(scan.tokens[chunk.first]?.start, scan.tokens[chunk.end - 1]?.end)))
    return true;
  for (let i = chunk.first; i < chunk.end; i += 1) {
    const token = scan.tokens[i];
    if (token === undefined) continue;
    if (
      /^\p{Lu}/u.test(token.text) &&
      (token.tag === 'PROPN' || token.fine === 'VBG' || (i > chunk.first && token.tag !== 'DET')) &&
      !/^['’]/.test(token.text)
    )
      return true;
    if (nounKind(token.lower) !== null && token.tag !== 'ADJ') return true;
  }
  return false;
}

/** The first phrase of the noun phrase that ends with phrase `k`, with its prepositions: "a spokesman for the port". */
export function nounStart(scan: Scan, chunks: readonly Chunk[], k: number): number {
  let a = k;
  for (;;) {
    const link = chunks[a - 1];
    const inner = chunks[a - 2];
    if (link === undefined || inner === undefined || inner.kind !== 'noun') return a;
    const word = scan.tokens[link.first]?.lower ?? '';
    if ((link.kind === 'preposition' && !isTimeLink(scan, link)) || (link.kind === 'bracket' && a < k)) {
      // "In a statement to Reuters the firm said": a phrase of place or time is no part of the subject.
      a -= 2;
      continue;
    }
    if (link.kind === 'and' && (word === 'and' || word === 'or')) {
      const outer = chunks[a - 3];
      // "The Department of Trade | and | Industry"
      if (isBodyOf(scan, chunks, a - 3) && [inner, chunks[k]].every((one) => isCapital(scan, one))) {
        a -= 2;
        continue;
      }
      if (
        outer === undefined ||
        (outer.kind !== 'verb' && outer.kind !== 'preposition' && outer.kind !== 'infinitive')
      ) {
        if (canSpeak(scan, inner) && canSpeak(scan, chunks[k])) {
          a -= 2;
          continue;
        }
      }
    }
    return a;
  }
}

/** The index after the noun phrase that begins with phrase `p`; `p` where none begins there. */
export function nounEnd(scan: Scan, chunks: readonly Chunk[], p: number): number {
  if (chunks[p]?.kind !== 'noun') return p;
  let b = p + 1;
  for (;;) {
    const link = chunks[b];
    const next = chunks[b + 1];
    if (link === undefined) return b;
    if (link.kind === 'bracket') b += 1;
    else if (next?.kind === 'noun' && link.kind === 'preposition') b += 2;
    else if (
      next?.kind === 'noun' &&
      link.kind === 'and' &&
      scan.tokens[link.first]?.lower === 'and' &&
      chunks[b + 2]?.kind !== 'verb'
    )
      b += 2;
    else return b;
  }
}

/** "after the Journal reported": the word opens a clause, whatever its tag. */
export function isTimeLink(scan: Scan, chunk: Chunk | undefined): boolean {
  const word = scan.tokens[chunk?.first ?? -1]?.lower;
  return word === 'after' || word === 'before' || word === 'since';
}

/** "The Department of": a body with a capital before the preposition at phrase `p`. */
function isBodyOf(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  const body = chunks[p - 1];
  if (chunks[p]?.kind !== 'preposition' || body?.kind !== 'noun') return false;
  return /^(?:of|for)$/.test(lowerAt(scan, chunks[p])) && nounKind(headWord(scan, body)) === 'body';
}

/** A phrase without an article whose first word has a capital. */
function isCapital({ tokens }: Scan, chunk: Chunk | undefined): boolean {
  const first = tokens[chunk?.first ?? -1];
  return first !== undefined && first.tag !== 'DET' && /^\p{Lu}/u.test(first.text);
}
