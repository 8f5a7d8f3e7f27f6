import type { Kysely, Transaction } from 'kysely';
import type { DigestTables } from './digest-tables.ts';
import type { FeedTables } from './feed-tables.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { OutboxTables } from './outbox-tables.ts';
import type { WatchTables } from './watch-tables.ts';

/** All tables, as Kysely sees them. Each part stands beside the migration that makes it. */
export type Schema = MemoryTables & OutboxTables & FeedTables & DigestTables & WatchTables;

export type Database = Kysely<Schema>;
/** A transaction, or the database itself where a single statement suffices. */
export type Session = Kysely<Schema> | Transaction<Schema>;
