import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the bot remembers of articles, briefings, threads, channels and installations, and the console's transcript. */
export const memory: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // `id` is the hash of the article's content: briefed in ten channels, it is kept once.
  `create table article (
    id text primary key,
    url text,
    doc jsonb not null,
    last_used_at timestamptz not null,
    text_dropped_at timestamptz
  )`,
  `create index article_last_used on article (last_used_at) where text_dropped_at is null`,
  // `doc` is the briefing without its article; \`passages\` are the article's quoted words, once its text was dropped.
  `create table briefing (
    slug text primary key,
    article text not null references article (id),
    platform text not null,
    workspace text not null,
    channel text not null,
    doc jsonb not null,
    passages jsonb,
    at timestamptz not null
  )`,
  `create index briefing_article on briefing (article)`,
  `create index briefing_workspace on briefing (platform, workspace)`,
  `create table thread (
    post text primary key,
    platform text not null,
    workspace text not null,
    channel text not null,
    briefing text not null references briefing (slug),
    opened_at timestamptz not null
  )`,
  `create index thread_briefing on thread (briefing)`,
  `create index thread_workspace on thread (platform, workspace)`,
  `create table turn (
    id bigint generated always as identity primary key,
    post text not null references thread (post) on delete cascade,
    person text not null,
    question text not null,
    answer text not null,
    at timestamptz not null
  )`,
  `create index turn_post on turn (post, id)`,
  `create index turn_at on turn (at)`,
  `create table channel (
    platform text not null,
    workspace text not null,
    channel text not null,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    last_briefing text references briefing (slug) on delete set null,
    primary key (platform, workspace, channel)
  )`,
  `create index channel_last_briefing on channel (last_briefing)`,
  `create table installation (
    platform text not null,
    workspace text not null,
    enterprise text,
    tokens jsonb not null,
    facts jsonb not null,
    installed_at timestamptz not null,
    primary key (platform, workspace)
  )`,
  `create table usage (
    day date not null,
    platform text not null,
    workspace text not null,
    channel text not null,
    kind text not null,
    amount bigint not null,
    primary key (platform, workspace, channel, day, kind)
  )`,
  `create table audit (
    id bigint generated always as identity primary key,
    platform text not null,
    workspace text not null,
    channel text not null,
    person text not null,
    action text not null,
    detail text not null,
    at timestamptz not null
  )`,
  `create index audit_workspace on audit (platform, workspace, id)`,
  // The console has no Slack behind it that keeps its messages: it keeps them itself.
  `create table entry (
    id bigint generated always as identity primary key,
    channel text not null,
    thread bigint references entry (id) on delete cascade,
    post text unique,
    text text,
    card jsonb,
    is_private boolean not null,
    at timestamptz not null,
    revision bigint not null
  )`,
  `create sequence entry_revision`,
  `create index entry_place on entry (channel, thread, id)`,
  `create index entry_by_revision on entry (revision)`,
];
