import { renameSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#store/open-database.ts';
import { aFolder } from './on-both-engines.ts';

test('an embedded engine that finds no room for its log is asked nothing more, says so, and is whole at the next start', async () => {
  const { folder, place, remove } = aFolder();
  const open = await openDatabase(place);
  await sql`create table kept (n int)`.execute(open.db);
  await sql`insert into kept values (1)`.execute(open.db);
  // No disk is full in a test: the folder of its log is gone when it begins the next file.
  const log = path.join(folder, 'pgdata/pg_wal');
  renameSync(log, `${log}.away`);
  const write = () =>
    sql`select pg_logical_emit_message(true, 'a', repeat(md5(n::text), 3000)) from generate_series(1, 200) n`.execute(
      open.db,
    );
  await expect(write()).rejects.toMatchObject({ severity: 'PANIC' });
  // Before, the thread never came back from the next one.
  await expect(sql`select 1`.execute(open.db)).rejects.toMatchObject({ severity: 'PANIC' });
  expect(await open.broken).toMatchObject({ code: 'BAD_FOLDER', message: expect.stringContaining('pg_wal') });
  await open.close();

  renameSync(`${log}.away`, log);
  const again = await openDatabase(place);
  expect((await sql`select n from kept`.execute(again.db)).rows).toEqual([{ n: 1 }]);
  await again.close();
  await remove();
});
