import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#core/problem.ts';

/**
 * Takes a data folder for this process alone, for PGlite takes no lock of its own and two writers lose each other's rows
 * without an error. The kernel holds the lock (fcntl, through SQLite) and frees it however the process ends.
 * @returns what gives the folder back. Keep it: a lock that nothing refers to is collected, and the folder free.
 * @throws Problem `FOLDER_IN_USE`, `BAD_FOLDER`.
 */
export function lockFolder(folder: string): () => void {
  let lock: DatabaseSync;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(path.join(folder, '.lock.sqlite'), { timeout: 0 });
  } catch (cause) {
    throw new Problem('BAD_FOLDER', `${folder}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Problem('FOLDER_IN_USE', folder, { cause });
  }
  return () => lock.close();
}
