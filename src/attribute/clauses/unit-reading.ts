import type { Unit } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import type { Chunk } from './chunk-unit.ts';

/** What a unit says, and whether a quotation in it is still without a speaker. */
export type UnitReading = {
  readonly index: number;
  readonly unit: Unit;
  readonly chunks: readonly Chunk[];
  readonly statements: readonly Statement[];
};
