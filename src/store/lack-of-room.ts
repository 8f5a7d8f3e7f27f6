import { statfs } from 'node:fs/promises';

const MB = 1_024 * 1_024;
/** A new database takes 45 MB, its log more as it grows. */
const NEEDED_MB = 48;

/**
 * What to tell of a data folder that cannot be used where its disk is as good as full; null where there is room. The engine itself
 * says "Aborted()" there, or prints where it was.
 */
export async function lackOfRoom(folder: string, look: typeof freeBytes = freeBytes): Promise<string | null> {
  const free = Math.floor((await look(folder)) / MB);
  return free >= NEEDED_MB ? null : `${free} MB are free on its disk, and byline needs ${NEEDED_MB}`;
}

async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null ? Number.POSITIVE_INFINITY : disk.bavail * disk.bsize;
}
