import { type Chunk, chunkUnit } from './chunk-unit.ts';
import type { Scan, Unit } from './scan-article.ts';

/** A unit of more phrases than this is a list or a broken text; it is read only this far. */
const CHUNKS_AT_MOST = 400;

/** The phrases that were read, for as long as their units are held. */
const READ = new WeakMap<Unit, readonly Chunk[]>();

/** The phrases of a unit, read once. */
export function readUnitChunks(scan: Scan, unit: Unit): readonly Chunk[] {
  const known = READ.get(unit);
  if (known !== undefined) return known;
  const read = chunkUnit(scan, unit).slice(0, CHUNKS_AT_MOST);
  READ.set(unit, read);
  return read;
}
