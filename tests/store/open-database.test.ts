/** Opening a database, and every way in which it cannot be opened: in words, with nothing lost. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp, listBackups } from '#store/back-up.ts';
import { lockFolder } from '#store/lock-folder.ts';
import { openDatabase } from '#store/open-database.ts';
import { restoreBackup } from '#store/restore-backup.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aDatabase, aFolder, describeEngines, SERVER } from './on-both-engines.ts';

const ROOT = path.join(import.meta.dirname, '../..');

describeEngines('opening', (makePlace) => {
  test('the tables are made once, and what is kept is there again', async () => {
    const { place, remove } = await makePlace();
    const first = await openDatabase(place);
    await first.db
      .insertInto('pace')
      .values({ lane: 'x', next_at: new Date(0) })
      .execute();
    await first.close();
    const second = await openDatabase(place);
    expect(await second.db.selectFrom('pace').select('lane').execute()).toEqual([{ lane: 'x' }]);
    await second.close();
    await remove();
  });

  test('tables of a newer byline are refused in words', async () => {
    const { place, remove } = await makePlace();
    const { db, close, kind } = await openDatabase(place);
    await db
      .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
      .insertInto('kysely_migration')
      .values({ name: '9999-later', timestamp: '2030-01-01' })
      .execute();
    await close();
    const code = kind === 'server' ? 'DATABASE_UNAVAILABLE' : 'BAD_FOLDER';
    await expect(openDatabase(place)).rejects.toMatchObject({ code, message: expect.stringContaining('9999-later') });
    await remove();
  });
});

describe('a data folder', () => {
  test('is nobody else’s to read', async () => {
    const { folder, place, remove } = aFolder();
    const inner = path.join(folder, 'made');
    const open = await openDatabase({ ...place, folder: inner } as typeof place);
    expect(statSync(inner).mode & 0o077).toBe(0);
    await open.close();
    await remove();
  });

  test('is refused to a second process, and free when the first is killed', async () => {
    const { folder, remove } = aFolder();
    const code = `
      const { lockFolder } = await import('#store/lock-folder.ts');
      globalThis.unlock = lockFolder(${JSON.stringify(folder)});
      process.stdout.write('locked');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    await eventually('the lock', () => out === 'locked');
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'FOLDER_IN_USE' }));
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    lockFolder(folder)();
    await remove();
  });

  test('that is a file, or that nobody may write, is told in words', async () => {
    const { folder, remove } = aFolder();
    const file = path.join(folder, 'file');
    writeFileSync(file, 'x');
    await expect(openDatabase({ kind: 'folder', folder: file })).rejects.toMatchObject({ code: 'BAD_FOLDER' });
    await expect(openDatabase({ kind: 'folder', folder: '/dev/null/here' })).rejects.toMatchObject({
      code: 'BAD_FOLDER',
    });
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // Root may write anywhere: there is nothing to see then.
    if (process.getuid?.() !== 0)
      await expect(openDatabase({ kind: 'folder', folder: closed })).rejects.toMatchObject({ code: 'BAD_FOLDER' });
    chmodSync(closed, 0o700);
    await remove();
  });

  test('whose first start was killed half way opens all the same', async () => {
    const { folder, place, remove } = aFolder();
    const code = `await (await import('#store/open-database.ts')).openDatabase(${JSON.stringify(place)});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, detached: true });
    await eventually('a database half made', () => existsSync(path.join(folder, 'pgdata.new')));
    // The whole group: the process that makes the database dies with the one that asked for it.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await new Promise((done) => child.once('exit', done));
    expect(existsSync(path.join(folder, 'pgdata'))).toBe(false);
    const open = await openDatabase(place);
    expect(readdirSync(folder).filter((name) => name.startsWith('pgdata'))).toEqual(['pgdata']);
    await open.close();
    await remove();
  });

  test('is backed up, and when its files are damaged goes back to the newest backup', async () => {
    const { folder, place, remove } = aFolder();
    const clock = createFakeClock();
    const first = await openDatabase(place);
    await first.db
      .insertInto('pace')
      .values({ lane: 'kept', next_at: new Date(0) })
      .execute();
    if (first.lite === null) throw new Error('an embedded database has an engine');
    for (let i = 0; i < 10; i++) {
      clock.pass(3_600_000);
      await backUp(first.lite, folder, clock);
    }
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
      message: expect.stringContaining(backups[0] ?? 'no backup'),
    });
    const { backup, aside } = await restoreBackup(folder);
    expect(backup).toBe(backups[0]);
    expect(existsSync(aside)).toBe(true);
    const again = await openDatabase(place);
    expect(await again.db.selectFrom('pace').select('lane').execute()).toEqual([{ lane: 'kept' }]);
    await again.close();
    await remove();
  });

  test('without a backup has nothing to go back to, and says so', async () => {
    const { folder, remove } = aFolder();
    await expect(restoreBackup(folder)).rejects.toMatchObject({ code: 'BAD_FOLDER' });
    await remove();
  });
});

describe('a server', () => {
  test('that is not there is told in words that hold no password', async () => {
    const url = 'postgres://reader:s3kr1t-word@127.0.0.1:1/byline';
    const error: unknown = await openDatabase({ kind: 'server', url }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(String(error)).not.toContain('s3kr1t');
  });

  test('that takes the call and says nothing is given up', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(openDatabase({ kind: 'server', url: `postgres://x@127.0.0.1:${port}/x` })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    });
    server.close();
  });

  test.skipIf(SERVER === null)(
    'makes its tables once though several start at once (skipped without TEST_DATABASE_URL)',
    async () => {
      const { place, remove } = await aDatabase(SERVER ?? '');
      const opened = await Promise.all([1, 2, 3].map(() => openDatabase(place)));
      for (const open of opened) await open.close();
      await remove();
    },
  );

  test.skipIf(SERVER === null)(
    'that ends our connections is asked again (skipped without TEST_DATABASE_URL)',
    async () => {
      const { place, remove } = await aDatabase(SERVER ?? '');
      const [one, other] = [await openDatabase(place), await openDatabase(place)];
      const { sql } = await import('kysely');
      await one.db.selectFrom('pace').selectAll().execute();
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.db);
      await eventually('an answer', () =>
        one.db
          .selectFrom('pace')
          .selectAll()
          .execute()
          .catch(() => null),
      );
      await Promise.all([one.close(), other.close()]);
      await remove();
    },
  );
});
