/**
 * A process of its own that makes a new embedded database and ends: making one takes some 500 MB, which the bot itself would
 * never give back. Called by `make-folder.ts` with the folder to make it in.
 */
import { PGlite } from '@electric-sql/pglite';

const [, , folder = ''] = process.argv;
const lite = await PGlite.create(folder);
await lite.close();
