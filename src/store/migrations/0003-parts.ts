import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Posts that take several messages, open threads, and whom to tell where one cannot be shown; and what was taken in haste. */
export const parts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // `under`: the post whose thread this one goes into, as soon as that one is there.
  `alter table post add column under text references post (id) on delete cascade`,
  `alter table post add column topic text`,
  `alter table post add column asker text`,
  `create index post_under on post (under) where under is not null`,
  // Commands that are acknowledged and not yet planned: one short row each, so that many are safe at once.
  `create table inbox (
    seq bigint generated always as identity primary key,
    id text not null,
    platform text not null,
    workspace text not null,
    taken jsonb not null,
    reply_to text,
    at timestamptz not null,
    unique (platform, workspace, id)
  )`,
  // From here on sealed; what was kept in the open is dropped, it is good for minutes only.
  `update post set reply_to = null`,
];
