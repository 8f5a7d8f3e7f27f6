import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Making a database takes 4 s on a slow machine; a minute means that it never will. */
const WITHIN_MS = 60_000;

/**
 * The folder of the embedded database inside a data folder, made where it is missing. It is made under another name and gets its
 * own when it is whole: a process that dies meanwhile leaves nothing behind that looks like a database.
 */
export async function makeFolder(dataFolder: string): Promise<string> {
  const folder = path.join(dataFolder, 'pgdata');
  if (existsSync(folder) && readdirSync(folder).length > 0) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  const worker = path.join(import.meta.dirname, 'initdb-worker.ts');
  await promisify(execFile)(process.execPath, [worker, unfinished], { timeout: WITHIN_MS });
  renameSync(unfinished, folder);
  return folder;
}
