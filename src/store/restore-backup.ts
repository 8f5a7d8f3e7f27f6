import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '#core/problem.ts';
import { BACKUPS, listBackups } from './back-up.ts';
import { lockFolder } from './lock-folder.ts';

/** Unpacking a large database on a slow disk. */
const WITHIN_MS = 300_000;

/**
 * Goes back to the newest backup of the embedded database. What was there before is moved aside and deleted by nobody.
 * @returns the backup's name, and the folder in which the database that was lies.
 * @throws Problem `BAD_FOLDER` (no backup, or it cannot be unpacked), `FOLDER_IN_USE`.
 */
export async function restoreBackup(folder: string): Promise<{ readonly backup: string; readonly aside: string }> {
  const unlock = lockFolder(folder);
  try {
    const [backup] = await listBackups(folder);
    if (backup === undefined) throw new Problem('BAD_FOLDER', `there is no backup in ${path.join(folder, BACKUPS)}`);
    const data = path.join(folder, 'pgdata');
    const unpacked = `${data}.restored`;
    await rm(unpacked, { recursive: true, force: true });
    const worker = path.join(import.meta.dirname, 'initdb-worker.ts');
    try {
      await promisify(execFile)(process.execPath, [worker, unpacked, path.join(folder, BACKUPS, backup)], {
        timeout: WITHIN_MS,
      });
    } catch (cause) {
      throw new Problem('BAD_FOLDER', `the backup ${backup} cannot be unpacked`, { cause });
    }
    const aside = freeName(`${data}.before-${backup.replace(/\.tar\.gz$/, '')}`);
    if (existsSync(data)) await rename(data, aside);
    await rename(unpacked, data);
    return { backup, aside };
  } finally {
    unlock();
  }
}

/** Going back twice keeps both of what was. */
function freeName(wanted: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!existsSync(name)) return name;
  }
}
