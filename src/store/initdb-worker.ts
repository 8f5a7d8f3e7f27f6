/**
 * A process of its own that makes a new embedded database and ends: making one takes some 500 MB, which the bot itself would
 * never give back. Called with the folder to make it in, and the backup to make it of, where there is one.
 */
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

const [, , folder = '', backup] = process.argv;
const loadDataDir = backup === undefined ? undefined : new Blob([await readFile(backup)]);
const lite = await PGlite.create(folder, loadDataDir === undefined ? {} : { loadDataDir });
await lite.query('select 1');
await lite.close();
