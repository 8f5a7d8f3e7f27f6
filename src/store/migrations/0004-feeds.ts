import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Feeds, who follows them, and their entries. */
export const feeds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // One row for all channels. `key`: the address without what two addresses of one feed may differ in. `merged_into`: it moved
  // to the address of another feed. `content_at`: when its entries last came; one marked later than a day before then is still
  // in it. `wanted_at`: a digest needs it soon after. `claim` names the poll under way, until `lease_until`.
  `create table feed (
    id text primary key,
    url text not null,
    key text not null unique,
    host text not null,
    title text,
    site text,
    language text,
    merged_into text references feed (id) on delete set null,
    added_at timestamptz not null,
    etag text,
    last_modified text,
    read_at timestamptz,
    content_at timestamptz,
    may_poll_at timestamptz not null,
    next_poll_at timestamptz not null,
    wanted_at timestamptz,
    failures integer not null default 0,
    problem_code text,
    problem_fact text,
    problem_since timestamptz,
    is_gone boolean not null default false,
    moved_to text,
    manners jsonb not null,
    weekly integer,
    claim text,
    lease_until timestamptz
  )`,
  `create index feed_due on feed (next_poll_at) where not is_gone and merged_into is null`,
  `create index feed_leased on feed (host, lease_until) where lease_until is not null`,
  `create index feed_merged on feed (merged_into) where merged_into is not null`,
  // `told_since`: since when it fails, as this channel was told.
  `create table subscription (
    seq bigint generated always as identity,
    platform text not null,
    workspace text not null,
    channel text not null,
    feed text not null references feed (id),
    filter text,
    paused_at timestamptz,
    told_since timestamptz,
    person text not null,
    at timestamptz not null,
    primary key (platform, workspace, channel, feed)
  )`,
  `create index subscription_feed on subscription (feed)`,
  // `new_at`: when byline first saw it, null where it was there already. `sort_at`: when it counts as published.
  `create table feed_item (
    id text primary key,
    feed text not null references feed (id) on delete cascade,
    url text,
    title text not null,
    summary text,
    published_at timestamptz,
    new_at timestamptz,
    seen_at timestamptz not null,
    sort_at timestamptz not null,
    words tsvector not null
  )`,
  `create index feed_item_recent on feed_item (feed, sort_at)`,
  `create index feed_item_seen on feed_item (seen_at)`,
  `create index feed_item_words on feed_item using gin (words)`,
  // What entries are told again by. It outlives the entry's words, as long as the entry is in the feed.
  `create table feed_mark (
    feed text not null references feed (id) on delete cascade,
    mark text not null,
    item text references feed_item (id) on delete set null,
    published_at timestamptz,
    seen_at timestamptz not null,
    primary key (feed, mark)
  )`,
  `create index feed_mark_item on feed_mark (item) where item is not null`,
  `create index feed_mark_seen on feed_mark (seen_at)`,
];
