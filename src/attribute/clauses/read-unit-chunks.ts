import { onceFor } from '#core/once-for.ts';
import type { Scan, Unit } from '../scan-article.ts';
import { type Chunk, chunkUnit } from './chunk-unit.ts';

/** A unit of more phrases than this is a list or a broken text; it is read only this far. */
const CHUNKS_AT_MOST = 400;

/** The phrases of a unit, read once. */
export const readUnitChunks: (unit: Unit, scan: Scan) => readonly Chunk[] = onceFor((unit: Unit, scan: Scan) =>
  chunkUnit(scan, unit).slice(0, CHUNKS_AT_MOST),
);
