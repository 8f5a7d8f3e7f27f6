import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What should be seen where, how fast it may be said, and the jobs that were given up. */
export const outbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // `revision` counts the cards that a post was given, `shown` is the one that the platform shows; 0 is none.
  // `in_doubt`: an attempt may have arrived without our knowing. `claim` names the attempt under way, until `lease_until`.
  `create table post (
    id text primary key,
    seq bigint generated always as identity,
    platform text not null,
    workspace text not null,
    channel text not null,
    thread text,
    key text not null,
    audience text,
    reply_to text,
    card jsonb not null,
    revision integer not null default 1,
    shown integer not null default 0,
    is_final boolean not null default false,
    state text not null default 'planned' check (state in ('planned', 'sent', 'unclear', 'refused')),
    message text,
    in_doubt boolean not null default false,
    attempts integer not null default 0,
    first_attempt_at timestamptz,
    claim text,
    lease_until timestamptz,
    due_at timestamptz not null,
    planned_at timestamptz not null,
    sent_at timestamptz,
    failure text,
    unique (platform, workspace, key)
  )`,
  `create index post_due on post (platform, due_at) where shown < revision and state in ('planned', 'sent')`,
  `create index post_waiting on post (platform, workspace, channel, seq) where state = 'planned'`,
  `create index post_message on post (platform, workspace, channel, message) where message is not null`,
  // Times before which nothing more may be said, for a channel and for a whole platform.
  `create table pace (lane text primary key, next_at timestamptz not null)`,
  `create table dead_job (
    id text primary key,
    platform text not null,
    workspace text not null,
    command text not null,
    job jsonb not null,
    reason text not null,
    at timestamptz not null
  )`,
];
