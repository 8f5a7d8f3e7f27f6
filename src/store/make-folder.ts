import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Making a database takes 4 s on a slow machine, unpacking a large backup longer; five minutes mean that it never will. */
const WITHIN_MS = 300_000;
const UNFINISHED = 'pgdata.new-';

/** The folder of the embedded database inside a data folder. */
export function folderOf(dataFolder: string): string {
  return path.join(dataFolder, 'pgdata');
}

/** Where a backup lies unpacked and whole, until it takes the place of the database. */
export function restoredFolderOf(dataFolder: string): string {
  return `${folderOf(dataFolder)}.restored`;
}

/** The folder of the embedded database, the database made where it is missing. Only for who holds the lock. */
export async function makeFolder(dataFolder: string): Promise<string> {
  removeUnfinished(dataFolder);
  const folder = folderOf(dataFolder);
  if (existsSync(folder) && readdirSync(folder).length > 0) return folder;
  rmSync(folder, { recursive: true, force: true });
  // A process that died between the two steps of going back left it whole, and nothing in its place.
  const restored = restoredFolderOf(dataFolder);
  renameSync(existsSync(restored) ? restored : await makeDatabase(dataFolder, null), folder);
  return folder;
}

/**
 * Makes a database, of a backup or new, in a process and under a name of its own. Who wants it gives it its place when it is
 * whole: one that dies meanwhile leaves nothing behind that looks like a database, and one that outlives us disturbs none.
 */
export async function makeDatabase(dataFolder: string, backup: string | null): Promise<string> {
  const unfinished = mkdtempSync(path.join(dataFolder, UNFINISHED));
  const worker = path.join(import.meta.dirname, 'initdb-worker.ts');
  const files = backup === null ? [unfinished] : [unfinished, backup];
  await promisify(execFile)(process.execPath, [worker, ...files], { timeout: WITHIN_MS });
  return unfinished;
}

/** What earlier attempts left. One of them may still be writing there: then it is removed the next time. */
function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    try {
      rmSync(path.join(dataFolder, name), { recursive: true, force: true });
    } catch {}
  }
}
