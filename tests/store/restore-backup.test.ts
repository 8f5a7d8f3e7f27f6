/** Backups of the embedded database: whole ones, the newest first, and the way back to them. */

import { existsSync, mkdirSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUp, chooseBackup, listBackups } from '#store/back-up.ts';
import { createPostShelf } from '#store/create-post-shelf.ts';
import { openDatabase } from '#store/open-database.ts';
import { restoreBackup } from '#store/restore-backup.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aRing } from './a-ring.ts';
import { aFolder } from './on-both-engines.ts';

test('a folder is backed up, and when its files are damaged goes back to the newest backup', async () => {
  const { folder, place, remove } = aFolder();
  const clock = createFakeClock();
  const first = await openDatabase(place);
  await first.db
    .insertInto('pace')
    .values({ lane: 'kept', next_at: new Date(0) })
    .execute();
  if (first.lite === null) throw new Error('an embedded database has an engine');
  await backUp(first.lite, folder, clock);
  // Older ones; what is in them does not matter here.
  for (let day = 10; day < 20; day++) writeFileSync(path.join(folder, 'backups', `2026-01-${day}.tar.gz`), '');
  // What is still to be sent may be sent after the backup was written.
  const waiting = { platform: 'fake', workspace: 'w', channel: 'c', thread: null };
  const { id } = await createPostShelf(first.db, clock, aRing()).plan({
    ...{ key: 'k', place: waiting, audience: null, replyTo: null, card: { title: 'x', blocks: [] } },
  });
  clock.pass(1);
  // What a process left that died while it wrote one.
  writeFileSync(path.join(folder, 'backups', '0000.tar.gz.part'), 'half');
  const { lite } = first;
  await first.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('pace')
      .values({ lane: 'not yet certain', next_at: new Date(0) })
      .execute();
    await backUp(lite, folder, clock);
  });
  expect(readdirSync(path.join(folder, 'backups'))).not.toContain('0000.tar.gz.part');
  await first.close();
  const backups = await listBackups(folder);
  expect(backups).toHaveLength(8);
  expect(backups).toEqual(backups.toSorted().reverse());
  // What was cut short while it was written is no backup.
  writeFileSync(path.join(folder, 'backups', '9999.tar.gz.part'), 'half');
  expect(await listBackups(folder)).toEqual(backups);

  truncateSync(path.join(folder, 'pgdata', 'global', 'pg_control'), 10);
  await expect(openDatabase(place)).rejects.toMatchObject({
    code: 'BAD_FOLDER',
    message: expect.stringContaining('8 backups lie in'),
  });
  const { backup, aside } = await restoreBackup(folder, clock);
  expect(backup).toBe(backups[0]);
  expect(existsSync(aside)).toBe(true);
  const again = await openDatabase(place);
  expect(await again.db.selectFrom('pace').select('lane').execute()).toEqual([{ lane: 'kept' }]);
  expect(await again.db.selectFrom('post').select(['id', 'in_doubt']).execute()).toEqual([{ id, in_doubt: true }]);
  await again.close();

  // A process that died between the two steps of going back: the restored one is there, and no database.
  renameSync(path.join(folder, 'pgdata'), path.join(folder, 'pgdata.restored'));
  const third = await openDatabase(place);
  expect(await third.db.selectFrom('pace').select('lane').execute()).toEqual([{ lane: 'kept' }]);
  await third.close();
  await remove();
});

test('a folder whose newest backup is damaged keeps what it has', async () => {
  const { folder, place, remove } = aFolder();
  await (await openDatabase(place)).close();
  mkdirSync(path.join(folder, 'backups'));
  writeFileSync(path.join(folder, 'backups', '2030-01-01.tar.gz'), 'no archive');
  await expect(restoreBackup(folder, createFakeClock())).rejects.toMatchObject({
    code: 'BAD_FOLDER',
    message: expect.stringContaining('2030-01-01'),
  });
  const open = await openDatabase(place);
  expect(readdirSync(folder).filter((name) => name.startsWith('pgdata'))).toEqual(['pgdata']);
  await open.close();
  await remove();
});

test('a backup from the future is passed over and named, unless there is no other', async () => {
  const { folder, remove } = aFolder();
  const clock = createFakeClock();
  const nameAt = (ms: number) => `${new Date(clock.now().getTime() + ms).toISOString().replaceAll(':', '-')}.tar.gz`;
  const [older, newer, future] = [nameAt(-7_200_000), nameAt(-3_600_000), nameAt(86_400_000)];
  mkdirSync(path.join(folder, 'backups'));
  writeFileSync(path.join(folder, 'backups', future), '');
  expect(await chooseBackup(folder, clock)).toEqual({ backup: future, passedOver: [] });
  for (const name of [older, newer]) writeFileSync(path.join(folder, 'backups', name), '');
  expect(await chooseBackup(folder, clock)).toEqual({ backup: newer, passedOver: [future] });
  await remove();
});

test('a folder without a backup has nothing to go back to, and says so', async () => {
  const { folder, remove } = aFolder();
  await expect(restoreBackup(folder, createFakeClock())).rejects.toMatchObject({ code: 'BAD_FOLDER' });
  await remove();
});
