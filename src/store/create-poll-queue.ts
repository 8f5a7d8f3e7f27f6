import type { Clock } from '#core/clock.ts';
import type { ReadNews } from '#core/following.ts';
import type { Shelves } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { PollClaim, PollQueue } from '#core/polling.ts';
import { type ClaimedFeed, claimFeeds, nextPoll } from './claim-feeds.ts';
import { createAlarm } from './create-alarm.ts';
import { createPollDesk } from './create-poll-desk.ts';
import { feedOfRow, pollingOfRow } from './feed-of-row.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Session } from './schema.ts';

export type PollQueueParts = {
  readonly open: Pick<OpenDatabase, 'db' | 'kind'>;
  readonly clock: Clock;
  readonly news: ReadNews;
  readonly shelves: (session: Session) => Shelves;
  readonly observe: Observer;
  readonly atOnce: number;
};

/** Longer than a poll can last (60 s in a worker thread, and once more where the thread was lost). */
const LEASE_MS = 150_000;
/** What nobody foresaw is not tried again at once. */
const AFTER_TROUBLE_MS = 5 * 60_000;
/** How often it looks: while something is due that has to wait for its host, and otherwise, for what others have planned. */
const LOOK_SOON_MS = 1_000;
const LOOK_MS = 5_000;

/** Hands due feeds to whoever polls them, so that several processes share. Each look at the database is two short statements. */
export function createPollQueue(parts: PollQueueParts): PollQueue {
  const { open, clock, observe } = parts;
  const alarm = createAlarm();
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let loop: Promise<void> = Promise.resolve();

  async function look(handler: (claim: PollClaim) => Promise<void>): Promise<number> {
    const most = parts.atOnce - underWay.size;
    if (most <= 0) return LOOK_MS;
    const now = clock.now();
    const due = await nextPoll(open.db, now);
    if (due === null || due > now) return Math.min(LOOK_MS, Math.max(due === null ? LOOK_MS : +due - +now, 1));
    const claimed = await claimFeeds(open.db, { now, leaseMs: LEASE_MS, most });
    for (const one of claimed) {
      const done: Promise<void> = handOver(one, handler).finally(() => {
        underWay.delete(done);
        alarm.ring();
      });
      underWay.add(done);
    }
    return LOOK_SOON_MS;
  }

  async function handOver(claimed: ClaimedFeed, handler: (claim: PollClaim) => Promise<void>): Promise<void> {
    try {
      await handler(toClaim(claimed, parts, stopping.signal));
      await release(claimed, null, parts);
    } catch (cause) {
      if (!stopping.signal.aborted) observe({ kind: 'trouble', what: 'a poll failed', cause });
      await release(claimed, stopping.signal.aborted ? null : AFTER_TROUBLE_MS, parts).catch((other: unknown) =>
        observe({ kind: 'trouble', what: 'a poll could not be given back', cause: other }),
      );
    }
  }

  async function run(handler: (claim: PollClaim) => Promise<void>): Promise<void> {
    // The folder's lock proves that nobody else polls: what is under way there is a dead process's.
    if (open.kind === 'folder')
      await open.db
        .updateTable('feed')
        .set({ claim: null, lease_until: null })
        .where('claim', 'is not', null)
        .execute()
        .catch((cause: unknown) => observe({ kind: 'trouble', what: 'feeds could not be given back', cause }));
    while (!stopping.signal.aborted) {
      const waitMs = await look(handler).catch((cause: unknown) => {
        observe({ kind: 'trouble', what: 'the feeds could not be looked at', cause });
        return LOOK_MS;
      });
      if (!stopping.signal.aborted) await alarm.sleep(waitMs);
    }
  }

  return {
    start(handler) {
      loop = run(handler);
    },
    wake: alarm.ring,
    async stop() {
      stopping.abort();
      alarm.ring();
      await loop;
      await Promise.all(underWay);
    },
  };
}

/** A claimed feed as those see it who poll it. */
export function toClaim(
  { row, subscribers, claim }: ClaimedFeed,
  parts: Pick<PollQueueParts, 'open' | 'clock' | 'news' | 'shelves'>,
  signal: AbortSignal,
): PollClaim {
  return {
    feed: feedOfRow(row),
    order: { url: row.url, etag: row.etag, lastModified: row.last_modified, subscribers },
    polling: pollingOfRow(row),
    signal,
    finish: (work) =>
      parts.open.db.transaction().execute(async (trx) => {
        const held = await trx
          .selectFrom('feed')
          .select(['id', 'wanted_at', 'content_at'])
          .where('id', '=', row.id)
          .where('claim', '=', claim)
          .forUpdate()
          .executeTakeFirst();
        if (held === undefined) return;
        const feed = { id: held.id, wantedAt: held.wanted_at, isRead: held.content_at !== null };
        await work(createPollDesk(trx, feed, { now: parts.clock.now(), news: parts.news }), parts.shelves(trx));
        await trx.updateTable('feed').set({ claim: null, lease_until: null }).where('id', '=', row.id).execute();
      }),
  };
}

async function release({ row, claim }: ClaimedFeed, waitMs: number | null, parts: PollQueueParts): Promise<void> {
  await parts.open.db
    .updateTable('feed')
    .set({
      ...{ claim: null, lease_until: null },
      ...(waitMs === null ? {} : { next_poll_at: new Date(parts.clock.now().getTime() + waitMs) }),
    })
    .where('id', '=', row.id)
    .where('claim', '=', claim)
    .execute();
}
