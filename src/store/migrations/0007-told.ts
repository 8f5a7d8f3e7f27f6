import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was told of a watched page, so that a second change is told, and none twice. */
export const told: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`alter table watch add column told jsonb not null default '[]'`).execute(db);
  },
};
