/** When a backup is due, whoever wrote the last one and whatever its clock said. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test } from 'vitest';
import { backUp, isBackUpDue, listBackups } from '#store/back-up.ts';

const SIX_HOURS_MS = 6 * 3_600_000;
const clockAt = (time: string) => ({ now: () => new Date(time) });
/** An engine of which only the dump is asked. */
const lite = { dumpDataDir: async () => new Blob(['dump']) } as unknown as PGlite;

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-backups-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'backups'));
  for (const name of names) writeFileSync(path.join(folder, 'backups', `${name}.tar.gz`), '');
  return folder;
}

test('a bot that is started anew every hour has its backup after six all the same', async () => {
  const folder = folderWith();
  expect(await isBackUpDue(folder, SIX_HOURS_MS, clockAt('2026-05-19T00:10:00Z'))).toBe(true);
  await backUp(lite, folder, clockAt('2026-05-19T00:10:00Z'));
  expect(await isBackUpDue(folder, SIX_HOURS_MS, clockAt('2026-05-19T06:00:00Z'))).toBe(false);
  expect(await isBackUpDue(folder, SIX_HOURS_MS, clockAt('2026-05-19T06:10:00Z'))).toBe(true);
});

test('what a wrong clock wrote in the future keeps no backup from being made, and goes first', async () => {
  const wrong = Array.from({ length: 8 }, (_, day) => `2036-01-0${day + 1}T00-00-00.000Z`);
  const folder = folderWith(...wrong);
  const clock = clockAt('2026-05-19T00:10:00Z');
  expect(await isBackUpDue(folder, SIX_HOURS_MS, clock)).toBe(true);
  await backUp(lite, folder, clock);
  expect(await listBackups(folder)).toContain('2026-05-19T00-10-00.000Z.tar.gz');
  expect(await listBackups(folder)).toHaveLength(8);
});

test('a disk that is full keeps no half of a backup', async () => {
  const folder = folderWith();
  const broken = { dumpDataDir: async () => ({ arrayBuffer: () => Promise.reject(new Error('ENOSPC')) }) };
  const made = backUp(broken as unknown as PGlite, folder, clockAt('2026-05-19T00:10:00Z'));
  await expect(made).rejects.toThrow('ENOSPC');
  expect(await isBackUpDue(folder, SIX_HOURS_MS, clockAt('2026-05-19T00:10:00Z'))).toBe(true);
  expect(readdirSync(path.join(folder, 'backups'))).toEqual([]);
});
