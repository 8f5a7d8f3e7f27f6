/** A process that makes an empty data folder for `prepare-folder.ts`: the database, its tables, and the queue's. */
import { openStore } from '#bot/open-store.ts';
import { systemClock } from '#bot/read-clock.ts';

const [, , folder = ''] = process.argv;
const settings = { databaseUrl: null, dataFolder: folder, keys: null };
await (await openStore(settings, { clock: systemClock, observe: () => undefined })).close();
