import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import { BACKUPS, chooseBackup } from './back-up.ts';
import { lockFolder } from './lock-folder.ts';
import { folderOf, makeDatabase, restoredFolderOf } from './make-folder.ts';

/**
 * Goes back to the newest backup of the embedded database. What was there before is moved aside and deleted by nobody.
 * @returns the backup's name, the folder in which the database that was lies, and backups that bear a time to come (`chooseBackup`).
 * @throws Problem `BAD_FOLDER` (no backup, or it cannot be unpacked), `FOLDER_IN_USE`.
 */
export async function restoreBackup(
  folder: string,
  clock: Clock,
): Promise<{ readonly backup: string; readonly aside: string; readonly passedOver: readonly string[] }> {
  const unlock = lockFolder(folder);
  try {
    const chosen = await chooseBackup(folder, clock);
    if (chosen === null)
      throw new Problem('BAD_FOLDER', `there is no backup in ${path.join(folder, BACKUPS)}, and nothing was changed`);
    const { backup, passedOver } = chosen;
    const restored = restoredFolderOf(folder);
    await rm(restored, { recursive: true, force: true });
    try {
      await rename(await makeDatabase(folder, path.join(folder, BACKUPS, backup)), restored);
    } catch (cause) {
      throw new Problem('BAD_FOLDER', `the backup ${backup} cannot be unpacked`, { cause });
    }
    const data = folderOf(folder);
    const aside = freeName(`${data}.before-${backup.replace(/\.tar\.gz$/, '')}`);
    if (existsSync(data)) await rename(data, aside);
    // Who dies here finds the restored one at the next start: `makeFolder` takes it before it makes a new one.
    await rename(restored, data);
    return { backup, aside, passedOver };
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
