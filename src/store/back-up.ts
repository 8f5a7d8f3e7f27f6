import { mkdir, open as openFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Clock } from '#core/clock.ts';

/** The folder of backups inside the data folder. */
export const BACKUPS = 'backups';
const PART = '.part';
/** Two days of them at one every six hours; who wants to go back further copies them elsewhere. */
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
  } catch (cause) {
    // On a disk that is full the half of it would take the room that the database needs.
    await rm(unfinished, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
  await rename(unfinished, path.join(backups, name));
  const names = await listBackups(folder);
  // One that bears a later time was written by a clock that was wrong: it goes before those that are in order.
  const inOrder = [...names.filter((one) => one <= name), ...names.filter((one) => one > name)];
  for (const old of inOrder.slice(KEPT)) await rm(path.join(backups, old));
  return Math.min(names.length, KEPT);
}

/**
 * Whether so long has gone by since the newest backup, whichever process wrote it: a bot that is started anew every few hours has
 * its backups, too. One from the future was written by a clock that was wrong, and counts for nothing.
 */
export async function isBackUpDue(folder: string, everyMs: number, clock: Clock): Promise<boolean> {
  const now = clock.now().getTime();
  const times = (await listBackups(folder)).map(timeOf);
  return !times.some((time) => time <= now && time > now - everyMs);
}

/**
 * The backup to go back to, and those that bear a later time than now: a clock that was wrong wrote them, so that nobody knows how
 * old they are. They count only where there is no other, for then the wrong clock may be today's. Null: there is none.
 */
export async function chooseBackup(
  folder: string,
  clock: Clock,
): Promise<{ readonly backup: string; readonly passedOver: readonly string[] } | null> {
  const now = clock.now().getTime();
  const names = await listBackups(folder);
  const early = names.filter((name) => !(timeOf(name) > now));
  const [backup] = early.length === 0 ? names : early;
  if (backup === undefined) return null;
  return { backup, passedOver: early.length === 0 ? [] : names.filter((name) => !early.includes(name)) };
}

/** "2026-05-19T06-00-00.000Z.tar.gz" as milliseconds; NaN for a name that somebody else gave. */
function timeOf(name: string): number {
  return Date.parse(name.replace('.tar.gz', '').replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
}

/** The names of all whole backups, the newest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, BACKUPS)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.tar.gz'))
    .toSorted()
    .reverse();
}
