/** Opening a database, and every way in which it cannot be opened: in words, with nothing lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '#store/lock-folder.ts';
import { openDatabase } from '#store/open-database.ts';
import { eventually } from '../fakes/eventually.ts';
import { aDatabase, aFolder, anEmptyFolder, describeEngines, SERVER } from './on-both-engines.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** A process whose first start in this folder is under way, at the head of a group of its own. */
async function startHalfWay(folder: string): Promise<ChildProcess> {
  const place = { kind: 'folder', folder };
  const code = `await (await import('#store/open-database.ts')).openDatabase(${JSON.stringify(place)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, detached: true });
  await eventually('a database half made', () =>
    readdirSync(folder).some(
      (name) => name.startsWith('pgdata.new-') && readdirSync(path.join(folder, name)).length > 0,
    ),
  );
  return child;
}

/** Whether a process, or with a negative number any of its group, is there. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describeEngines(
  'opening',
  (makePlace) => {
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
  },
  anEmptyFolder,
);

describeEngines('opening again', (makePlace) => {
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
    const { folder, place, remove } = anEmptyFolder();
    const inner = path.join(folder, 'made');
    const open = await openDatabase({ ...place, folder: inner } as typeof place);
    expect(statSync(inner).mode & 0o077).toBe(0);
    await open.close();
    await remove();
  });

  test('is refused to a second process, and free when the first is killed', async () => {
    const { folder, remove } = anEmptyFolder();
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
    const { folder, remove } = anEmptyFolder();
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

  test('is worked on in a process that may be small', async () => {
    const { place, remove } = aFolder();
    const code = `
      const { db, close } = await (await import('#store/open-database.ts')).openDatabase(${JSON.stringify(place)});
      for (let n = 0; n < 30; n++) await db.introspection.getTables();
      await close();
      process.stdout.write(String(process.resourceUsage().maxRSS));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    await new Promise((done) => child.once('close', done));
    // In kB: it takes 180 MB; where the engine’s code is optimized, 650.
    expect(Number(out)).toBeGreaterThan(0);
    expect(Number(out)).toBeLessThan(400_000);
    await remove();
  });

  test('whose first start was killed half way opens all the same', async () => {
    const { folder, place, remove } = anEmptyFolder();
    const child = await startHalfWay(folder);
    // The whole group: the process that makes the database dies with the one that asked for it.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await new Promise((done) => child.once('exit', done));
    expect(existsSync(path.join(folder, 'pgdata'))).toBe(false);
    const open = await openDatabase(place);
    expect(readdirSync(folder).filter((name) => name.startsWith('pgdata'))).toEqual(['pgdata']);
    await open.close();
    await remove();
  });

  test('is not disturbed by the database that a killed process’s helper still makes', async () => {
    const { folder, place, remove } = anEmptyFolder();
    const child = await startHalfWay(folder);
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    // Its helper lives on, and nobody waits for it.
    const open = await openDatabase(place);
    expect(await open.db.selectFrom('pace').select('lane').execute()).toEqual([]);
    await open.close();
    await eventually('the end of the helper', () => !isAlive(-(child.pid ?? 0)));
    const again = await openDatabase(place);
    expect(readdirSync(folder).filter((name) => name.startsWith('pgdata'))).toEqual(['pgdata']);
    await again.close();
    await remove();
  });

  test('whose lock cannot be taken for another reason is not called in use', async () => {
    const { folder, remove } = anEmptyFolder();
    writeFileSync(path.join(folder, '.lock.sqlite'), 'this is no lock'.repeat(100));
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'BAD_FOLDER' }));
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

  test('that refuses the password, or an address that is none, is told without it, down to the last cause', async () => {
    // Asks for the password in the clear, and refuses it: https://www.postgresql.org/docs/current/protocol-message-formats.html
    const server = createServer((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
        socket.once('data', () => {
          const fields = Buffer.from('SFATAL\0C28P01\0Mpassword authentication failed for user "reader"\0\0');
          const head = Buffer.alloc(5, 'E');
          head.writeInt32BE(fields.length + 4, 1);
          socket.end(Buffer.concat([head, fields]));
        });
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    for (const where of [`127.0.0.1:${port}`, '127.0.0.1:99999', '127.0.0.1:no']) {
      const url = `postgres://reader:s3kr1t-word@${where}/byline`;
      const error: unknown = await openDatabase({ kind: 'server', url }).catch((cause: unknown) => cause);
      expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      if (where.endsWith(`${port}`)) expect(String(error)).toContain('password authentication failed');
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('s3kr1t');
    }
    server.close();
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
