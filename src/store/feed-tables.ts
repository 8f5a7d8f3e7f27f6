import type { ColumnType, Generated } from 'kysely';
import type { ProblemCode } from '#core/problem.ts';

type Json = ColumnType<unknown, string, string>;

/** Tables of `migrations/0004-feeds.ts`. */
export type FeedTables = {
  feed: {
    id: string;
    url: string;
    key: string;
    host: string;
    title: string | null;
    site: string | null;
    language: string | null;
    merged_into: string | null;
    added_at: Date;
    etag: string | null;
    last_modified: string | null;
    read_at: Date | null;
    content_at: Date | null;
    may_poll_at: Date;
    next_poll_at: Date;
    wanted_at: Date | null;
    failures: ColumnType<number, number | undefined, number>;
    problem_code: ProblemCode | null;
    problem_fact: string | null;
    problem_since: Date | null;
    is_gone: ColumnType<boolean, boolean | undefined, boolean>;
    moved_to: string | null;
    manners: Json;
    weekly: number | null;
    claim: string | null;
    lease_until: Date | null;
  };
  subscription: {
    seq: Generated<string>;
    platform: string;
    workspace: string;
    channel: string;
    feed: string;
    filter: string | null;
    paused_at: Date | null;
    told_since: Date | null;
    person: string;
    at: Date;
  };
  feed_item: {
    id: string;
    feed: string;
    url: string | null;
    title: string;
    summary: string | null;
    published_at: Date | null;
    new_at: Date | null;
    seen_at: Date;
    sort_at: Date;
    words: unknown;
  };
  feed_mark: { feed: string; mark: string; item: string | null; published_at: Date | null; seen_at: Date };
};
