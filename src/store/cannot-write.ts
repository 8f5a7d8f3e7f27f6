import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const NAME = 'probe.tmp';
/** As much as an inbox and a page or two of the database need to take one command. */
const PROBE = Buffer.alloc(64 * 1_024, 1);

/**
 * Why nothing can be written into the data folder, in a word that an operator knows ("ENOSPC"); null where it can. Only a try
 * tells: a quota, a disk that became read-only and another user's folder all have free space.
 */
export async function cannotWrite(folder: string): Promise<string | null> {
  const probe = path.join(folder, NAME);
  try {
    await writeFile(probe, PROBE, { mode: 0o600 });
    return null;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  } finally {
    // On a disk that is full what was written of it takes the room that an inbox needs.
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
