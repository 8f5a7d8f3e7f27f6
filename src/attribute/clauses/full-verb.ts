import type { Scan } from '../scan-article.ts';
import type { Chunk } from './chunk-unit.ts';

/** The place of the full verb of a phrase, the last one: "had | never | denied". -1 where it has only auxiliaries. */
export function fullVerb({ tokens }: Scan, chunk: Chunk): number {
  const at = tokens.slice(chunk.first, chunk.end).findLastIndex(({ tag }) => tag === 'VERB');
  return at < 0 ? -1 : chunk.first + at;
}
