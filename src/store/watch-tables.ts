import type { ColumnType } from 'kysely';

/** Tables of `migrations/0006-watches.ts` and `0007-told.ts`. */
export type WatchTables = {
  watch: {
    slug: string;
    post: string;
    platform: string;
    workspace: string;
    channel: string;
    thread: string | null;
    url: string;
    host: string;
    etag: string | null;
    last_modified: string | null;
    briefed_at: Date;
    next_at: Date;
    claim: string | null;
    lease_until: Date | null;
    told: ColumnType<unknown, string | undefined, string>;
  };
};
