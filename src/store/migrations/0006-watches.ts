import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Briefed articles that are read again for a while, for a correction is a thing that readers must hear of. */
export const watches: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // What it said then lies with its briefing; a row goes with it, and when the watch is over.
  `create table watch (
    slug text primary key references briefing (slug) on delete cascade,
    post text not null,
    platform text not null,
    workspace text not null,
    channel text not null,
    thread text,
    url text not null,
    host text not null,
    etag text,
    last_modified text,
    briefed_at timestamptz not null,
    next_at timestamptz not null,
    claim text,
    lease_until timestamptz
  )`,
  `create index watch_due on watch (next_at)`,
  `create index watch_url on watch (url)`,
];
