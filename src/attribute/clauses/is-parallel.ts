import type { Scan } from '../scan-article.ts';
import type { Chunk } from './chunk-unit.ts';
import { lowerAt } from './unit-state.ts';
import { isSaying, verbForm } from './verb-form.ts';

/** "Her team had tested it and | found nothing": two participles of one helping verb, of which the second says nothing of the speaker. */
export function isParallel(scan: Scan, chunks: readonly Chunk[], from: number, and: number): boolean {
  const [next, before] = [chunks[and + 1], chunks.slice(from, and).findLast(({ kind }) => kind === 'verb')];
  const form = verbForm(lowerAt(scan, next));
  if (chunks[and]?.kind !== 'and' || before === undefined || form?.tense !== 'past' || isSaying(form.lemma))
    return false;
  return /^(?:had|has|have|was|were)$/.test(lowerAt(scan, before)) && before.end - before.first > 1;
}

/** "…when the clerk | , Ana Ruiz, | asked": what stands before the comma waits for its verb. */
export function isHalfClause(scan: Scan, chunks: readonly Chunk[], from: number, comma: number): boolean {
  for (let k = comma - 1; k > from; k -= 1) {
    const kind = chunks[k]?.kind;
    if (kind === 'subordinator')
      return k < comma - 1 && /^(?:because|if|once|until|when|while)$/.test(lowerAt(scan, chunks[k]));
    if (kind !== 'noun' && kind !== 'preposition' && kind !== 'adverb') return false;
  }
  return false;
}
