import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When channels want their digests, what was in them, and posts that stay unseen until they are whole. */
export const digests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // A digest that nobody waits for shows no steps.
  `alter table post add column is_quiet boolean not null default false`,
  // `rule`: days, time and zone in one line, so that the same wish twice is one row.
  `create table schedule (
    id text primary key,
    seq bigint generated always as identity,
    platform text not null,
    workspace text not null,
    channel text not null,
    rule text not null,
    next_at timestamptz not null,
    by text not null,
    at timestamptz not null,
    unique (platform, workspace, channel, rule)
  )`,
  `create index schedule_due on schedule (next_at)`,
  `create table digest (
    seq bigint generated always as identity primary key,
    platform text not null,
    workspace text not null,
    channel text not null,
    until timestamptz not null,
    slot timestamptz,
    why jsonb not null,
    at timestamptz not null
  )`,
  `create index digest_last on digest (platform, workspace, channel, seq desc)`,
];
