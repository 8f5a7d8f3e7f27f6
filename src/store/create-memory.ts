import type { PgBoss } from 'pg-boss';
import type { Clock } from '#core/clock.ts';
import type { ReadNews } from '#core/following.ts';
import type { Memory, Shelves } from '#core/memory.ts';
import { createAuditShelf } from './create-audit-shelf.ts';
import { createBriefingShelf, type RestoreBriefing } from './create-briefing-shelf.ts';
import { createChannelShelf } from './create-channel-shelf.ts';
import { createDigestShelf } from './create-digest-shelf.ts';
import { createFeedShelf } from './create-feed-shelf.ts';
import { createJobShelf } from './create-job-shelf.ts';
import { createPostShelf } from './create-post-shelf.ts';
import { createScheduleShelf } from './create-schedule-shelf.ts';
import { createThreadShelf } from './create-thread-shelf.ts';
import { createUsageShelf } from './create-usage-shelf.ts';
import { createWatchShelf } from './create-watch-shelf.ts';
import type { KeyRing } from './key-ring.ts';
import type { Database, Session } from './schema.ts';

export type MemoryParts = {
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly restore: RestoreBriefing;
  readonly news: ReadNews;
  readonly ring: KeyRing;
};

/** All shelves of one session. */
export function openShelves(session: Session, { boss, clock, restore, news, ring }: MemoryParts): Shelves {
  return {
    posts: createPostShelf(session, clock, ring),
    jobs: createJobShelf(session, boss, clock),
    briefings: createBriefingShelf(session, clock, restore),
    threads: createThreadShelf(session, clock),
    channels: createChannelShelf(session, clock),
    feeds: createFeedShelf(session, clock, news),
    usage: createUsageShelf(session, clock),
    audit: createAuditShelf(session, clock),
    schedules: createScheduleShelf(session, clock),
    digests: createDigestShelf(session, clock),
    watches: createWatchShelf(session),
  };
}

/** The bot's memory on a database. */
export function createMemory(db: Database, parts: MemoryParts): Memory {
  return {
    transact: (work) => db.transaction().execute((trx) => work(openShelves(trx, parts))),
    look: (work) => work(openShelves(db, parts)),
  };
}
