import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#core/problem.ts';
import { makeDataFolder } from './make-data-folder.ts';

/**
 * Takes a data folder for this process alone, for PGlite takes no lock of its own and two writers lose each other's rows
 * without an error. The kernel holds the lock (fcntl, through SQLite) and frees it however the process ends.
 * @returns what gives the folder back. Keep it: a lock that nothing refers to is collected, and the folder free.
 * @throws Problem `FOLDER_IN_USE`, `BAD_FOLDER`.
 */
export function lockFolder(folder: string): () => void {
  let lock: DatabaseSync | null = null;
  try {
    makeDataFolder(folder);
    const taken = new DatabaseSync(path.join(folder, '.lock.sqlite'), { timeout: 0 });
    lock = taken;
    taken.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE');
    return () => taken.close();
  } catch (cause) {
    lock?.close();
    if (isBusy(cause)) throw new Problem('FOLDER_IN_USE', folder, { cause });
    throw new Problem('BAD_FOLDER', `${folder}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Anything else that SQLite says (may not write, disk full, damaged) is no sign of another process. */
function isBusy(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('errcode' in cause)) return false;
  // The lowest byte is the kind of error, the others are its finer points.
  return typeof cause.errcode === 'number' && (cause.errcode & 0xff) === SQLITE_BUSY;
}

/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;
