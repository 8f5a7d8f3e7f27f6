import type { ColumnType, Generated } from 'kysely';

/** A jsonb column: what comes out is unknown until it is parsed; what goes in is written by `toJsonb`. */
type Json = ColumnType<unknown, string, string>;
type NullableJson = ColumnType<unknown, string | null, string | null>;

/** Tables of `migrations/0001-memory.ts`. */
export type MemoryTables = {
  article: { id: string; url: string | null; doc: Json; last_used_at: Date; text_dropped_at: Date | null };
  briefing: {
    slug: string;
    article: string;
    platform: string;
    workspace: string;
    channel: string;
    doc: Json;
    passages: NullableJson;
    at: Date;
  };
  thread: { post: string; platform: string; workspace: string; channel: string; briefing: string; opened_at: Date };
  turn: { id: Generated<string>; post: string; person: string; question: string; answer: string; at: Date };
  channel: {
    platform: string;
    workspace: string;
    channel: string;
    first_seen: Date;
    last_seen: Date;
    last_briefing: string | null;
  };
  installation: {
    platform: string;
    workspace: string;
    enterprise: string | null;
    tokens: Json;
    facts: Json;
    installed_at: Date;
  };
  usage: {
    day: ColumnType<Date | string, string, string>;
    platform: string;
    workspace: string;
    channel: string;
    kind: string;
    amount: ColumnType<string | number, number, number>;
  };
  audit: {
    id: Generated<string>;
    platform: string;
    workspace: string;
    channel: string;
    person: string;
    action: string;
    detail: string;
    at: Date;
  };
  entry: {
    id: Generated<string>;
    channel: string;
    thread: string | null;
    post: string | null;
    text: string | null;
    card: NullableJson;
    is_private: boolean;
    at: Date;
    revision: ColumnType<string | number, unknown, unknown>;
  };
};
