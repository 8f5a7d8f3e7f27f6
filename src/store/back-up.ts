import { mkdir, open as openFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Clock } from '#core/clock.ts';

/** The folder of backups inside the data folder. */
export const BACKUPS = 'backups';
const PART = '.part';
/** A week of them at one every six hours is more than anybody goes back to. */
const KEPT = 8;

/**
 * Writes the embedded database into `backups/<time>.tar.gz`, for it never forces its files to the disk (PGlite has no fsync):
 * after a power cut the newest backup is what is certain. A backup that was cut short never bears the name of one.
 * @returns how many backups there are now.
 */
export async function backUp(lite: PGlite, folder: string, clock: Clock): Promise<number> {
  const backups = path.join(folder, BACKUPS);
  await mkdir(backups, { recursive: true, mode: 0o700 });
  const name = `${clock.now().toISOString().replaceAll(':', '-')}.tar.gz`;
  // What a process left that died while it wrote one; this folder is ours alone.
  for (const left of await readdir(backups)) if (left.endsWith(PART)) await rm(path.join(backups, left));
  const unfinished = path.join(backups, `${name}${PART}`);
  const dump = await lite.dumpDataDir('gzip');
  const file = await openFile(unfinished, 'w', 0o600);
  try {
    await file.writeFile(new Uint8Array(await dump.arrayBuffer()));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path.join(backups, name));
  const [...names] = await listBackups(folder);
  for (const old of names.slice(KEPT)) await rm(path.join(backups, old));
  return Math.min(names.length, KEPT);
}

/** The names of all whole backups, the newest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, BACKUPS)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.tar.gz'))
    .toSorted()
    .reverse();
}
