import path from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss';
import { Problem } from '#core/problem.ts';
import { BACKUPS, listBackups } from './back-up.ts';
import { createRightOfWay } from './create-right-of-way.ts';
import { lackOfRoom } from './lack-of-room.ts';
import { lockFolder } from './lock-folder.ts';
import { makeFolder } from './make-folder.ts';
import { migrations } from './migrations/index.ts';
import { openLite } from './open-lite.ts';
import type { Database, Schema } from './schema.ts';
import { spareMemory } from './spare-memory.ts';

/** Where the data lies: a server, or an embedded database in a folder. */
export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** One SQL dialect, two engines. */
export type OpenDatabase = {
  readonly kind: 'server' | 'folder';
  readonly db: Database;
  /** The embedded engine, for its backup; null on a server. */
  readonly lite: PGlite | null;
  /** Statements of the embedded engine, which runs in our own thread, wait a moment until this ends; a server's do not. */
  readonly giveWay: (to: Promise<unknown>) => void;
  /** Fulfilled when the embedded engine has broken down: nothing answers any more until the process is started anew. */
  readonly broken: Promise<Problem>;
  readonly createBoss: (options: ConstructorOptions) => PgBoss;
  readonly close: () => Promise<void>;
};

/** A server that does not answer by then is down, in ms. */
const CONNECT_WITHIN_MS = 5_000;

/** For one process and a channel's worth of rows; PostgreSQL's own defaults would hold some 150 MB more. */
const SMALL = ['shared_buffers=4MB', 'wal_buffers=256kB', 'max_connections=5'];

/** `pg` gives a bigint back as text; left to itself PGlite makes a number of it, where it fits. */
const AS_ON_A_SERVER = { [types.INT8]: (text: string) => text };

/** Enough for 8 jobs, the sender and what comes in; PostgreSQL's own limit is 100 for all processes. */
const MOST_CONNECTIONS = 10;

/**
 * Opens the database and brings its tables up to date.
 * @throws Problem `FOLDER_IN_USE`, `BAD_FOLDER`, `DATABASE_UNAVAILABLE`.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  const opened = place.kind === 'server' ? openServer(place.url) : await openFolder(place.folder);
  try {
    const { error } = await new Migrator({
      db: opened.db,
      provider: { getMigrations: async () => ({ ...migrations }) },
    }).migrateToLatest();
    if (error !== undefined) throw error;
    return opened;
  } catch (cause) {
    // Where opening went wrong, closing may as well; what is to be told is the first of it.
    await opened.close().catch(() => undefined);
    if (place.kind === 'folder') throw await badFolder(place.folder, cause);
    throw new Problem('DATABASE_UNAVAILABLE', factOf(cause), { cause });
  }
}

/** The fact, and that there are backups to go back to. */
async function badFolder(folder: string, cause: unknown): Promise<Problem> {
  const backups = await listBackups(folder);
  const backup = backups.length === 0 ? '' : `; ${backups.length} backups lie in ${path.join(folder, BACKUPS)}`;
  return new Problem('BAD_FOLDER', `${folder}: ${(await lackOfRoom(folder)) ?? factOf(cause)}${backup}`, { cause });
}

function factOf(cause: unknown): string {
  return cause instanceof Error ? cause.message || String(cause) : String(cause);
}

function openServer(connectionString: string): OpenDatabase {
  const pool = new pg.Pool({ connectionString, max: MOST_CONNECTIONS, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  // An idle connection that the server ends is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one in use: its statement fails and is heard of, and the connection itself tells it once more.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'server',
    db,
    lite: null,
    // Also of one that fails is heard where it was asked for.
    giveWay: (to) => void to.catch(() => undefined),
    broken: new Promise(() => undefined),
    createBoss: (options) => new PgBoss({ connectionString, max: MOST_CONNECTIONS, ...options }),
    close: () => db.destroy(),
  };
}

async function openFolder(folder: string): Promise<OpenDatabase> {
  const unlock = lockFolder(folder);
  try {
    spareMemory();
    const { giveWay, turn } = createRightOfWay();
    const { lite, broken } = openLite(await makeFolder(folder), turn, {
      startParams: [...PGlite.defaultStartParams, ...SMALL.flatMap((setting) => ['-c', setting])],
      parsers: AS_ON_A_SERVER,
    });
    await lite.waitReady;
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }) });
    return {
      kind: 'folder',
      db,
      lite,
      giveWay,
      createBoss: (options) => new PgBoss({ db: fromPglite(lite), backend: 'pglite', ...options }),
      broken: broken.then((cause) => badFolder(folder, cause)),
      close: async () => {
        try {
          await db.destroy();
          if (!lite.closed) await lite.close();
        } finally {
          unlock();
        }
      },
    };
  } catch (cause) {
    unlock();
    throw await badFolder(folder, cause);
  }
}
