import type { ColumnType, Generated } from 'kysely';

/** Tables of `migrations/0002-outbox.ts` and `0003-parts.ts`. */
export type OutboxTables = {
  post: {
    id: string;
    seq: Generated<string>;
    platform: string;
    workspace: string;
    channel: string;
    thread: string | null;
    key: string;
    audience: string | null;
    /** Sealed. */
    reply_to: string | null;
    card: ColumnType<unknown, string, string>;
    revision: Generated<number>;
    shown: Generated<number>;
    is_final: Generated<boolean>;
    is_quiet: Generated<boolean>;
    state: ColumnType<PostState, PostState | undefined, PostState>;
    message: string | null;
    in_doubt: Generated<boolean>;
    attempts: Generated<number>;
    first_attempt_at: Date | null;
    claim: string | null;
    lease_until: Date | null;
    due_at: Date;
    planned_at: Date;
    sent_at: Date | null;
    failure: string | null;
    under: string | null;
    topic: string | null;
    asker: string | null;
  };
  inbox: {
    seq: Generated<string>;
    id: string;
    platform: string;
    workspace: string;
    taken: ColumnType<unknown, string, string>;
    /** Sealed. */
    reply_to: string | null;
    at: Date;
  };
  pace: { lane: string; next_at: Date };
  dead_job: {
    id: string;
    platform: string;
    workspace: string;
    command: string;
    job: ColumnType<unknown, string, string>;
    reason: string;
    at: Date;
  };
};

/** `planned`: not there yet. `unclear`: nobody can tell whether it is. `refused`: it never will be. */
type PostState = 'planned' | 'sent' | 'unclear' | 'refused';
