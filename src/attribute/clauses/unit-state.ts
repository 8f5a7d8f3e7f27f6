import type { Scan } from '../scan-article.ts';
import type { Chunk } from './chunk-unit.ts';
import type { UnitTree } from './read-unit-tree.ts';
import type { SourcePhrase } from './source-phrase.ts';

/** What is known of a unit while its cues are read from left to right. */
export type UnitState = {
  readonly scan: Scan;
  readonly chunks: readonly Chunk[];
  readonly unit: number;
  /** Phrases before this one belong to statements already found. */
  readonly floor: number;
  /** The source of the statement before in this unit. */
  readonly before: SourcePhrase | null;
  /** The trees of its sentences; read when they are first asked for. */
  readonly tree: () => UnitTree;
};

/** The first word of a phrase in lower case; empty where there is no phrase. */
export function lowerAt(scan: Scan, chunk: Chunk | undefined): string {
  return chunk === undefined ? '' : (scan.tokens[chunk.first]?.lower ?? '');
}

/** The phrase that an offset of the text stands in, or the one after it. */
export function chunkAt(state: UnitState, offset: number): number {
  const { chunks, scan } = state;
  return chunks.findIndex((chunk) => (scan.tokens[chunk.end - 1]?.end ?? 0) > offset);
}
