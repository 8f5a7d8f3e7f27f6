/**
 * A process of its own that makes a new embedded database and ends: making one takes some 600 MB, which the bot itself would
 * never give back. Called with the folder to make it in, and the backup to make it of, where there is one.
 */
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { spareMemory } from './spare-memory.ts';

/** What was still to be sent when the backup was written may have been sent since: it is looked for before it is sent again. */
const DOUBT = `do $$ begin
  if to_regclass('public.post') is not null then
    update post set in_doubt = true, first_attempt_at = coalesce(first_attempt_at, planned_at)
    where state = 'planned' and message is null;
  end if;
end $$`;

spareMemory();
const [, , folder = '', backup] = process.argv;
if (backup === undefined) await (await PGlite.create(folder)).close();
else {
  const lite = await PGlite.create(folder, { loadDataDir: new Blob([await readFile(backup)]) });
  await lite.exec(DOUBT);
  await lite.close();
}
