import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';
import type { DatabasePlace } from '#store/open-database.ts';
import { prepareFolder } from './prepare-folder.ts';

/** Where a suite may keep its data, and how to be rid of it. */
export type TestPlace = { readonly place: DatabasePlace; readonly remove: () => Promise<void> };

type TestFolder = TestPlace & { readonly folder: string };

/** A data folder of its own with an empty database in it, for the embedded engine. */
export function aFolder(): TestFolder {
  const made = anEmptyFolder();
  prepareFolder(made.folder);
  return made;
}

/** A data folder of its own without a database, for tests of how one is made. */
export function anEmptyFolder(): TestFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-store-'));
  return {
    folder,
    place: { kind: 'folder', folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The server that the tests may use, or null; `tools/with-postgres` starts one. */
export const SERVER = process.env.TEST_DATABASE_URL ?? null;

/** A database of its own on that server. */
export async function aDatabase(server: string): Promise<TestPlace & { readonly url: string }> {
  const name = `byline_${crypto.randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    place: { kind: 'server', url: url.href },
    remove: () => ask(server, `drop database if exists ${name} with (force)`),
  };
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The same suite on the embedded database and, where there is one, on a PostgreSQL server, whose databases are new. */
export function describeEngines(
  name: string,
  suite: (makePlace: () => Promise<TestPlace>) => void,
  makeFolder: () => TestPlace = aFolder,
): void {
  describe(`${name}, embedded`, () => suite(async () => makeFolder()));
  const server = SERVER;
  if (server === null)
    describe.skip(`${name}, PostgreSQL: skipped without TEST_DATABASE_URL`, () => suite(async () => aFolder()));
  else describe(`${name}, PostgreSQL`, () => suite(() => aDatabase(server)));
}
