import type { ColumnType, Generated } from 'kysely';

/** Tables of `migrations/0005-digests.ts`. */
export type DigestTables = {
  schedule: {
    id: string;
    seq: Generated<string>;
    platform: string;
    workspace: string;
    channel: string;
    rule: string;
    next_at: Date;
    by: string;
    at: Date;
  };
  digest: {
    seq: Generated<string>;
    platform: string;
    workspace: string;
    channel: string;
    until: Date;
    slot: Date | null;
    why: ColumnType<unknown, string, string>;
    at: Date;
  };
};
