import type { Clock } from '#core/clock.ts';
import type { Validators } from '#core/corrections.ts';
import type { Shelves } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { WatchClaim } from '#core/watch-claim.ts';
import { type ClaimedPage, claimWatch, nextWatch } from './claim-watch.ts';
import type { OpenDatabase } from './open-database.ts';
import { parseTold } from './parse-told.ts';
import type { Session } from './schema.ts';

export type WatchQueueParts = {
  readonly open: Pick<OpenDatabase, 'db' | 'kind'>;
  readonly clock: Clock;
  readonly shelves: (session: Session) => Shelves;
  readonly observe: Observer;
};

/** Longer than reading a page again can last (60 s in a worker thread, and once more where the thread was lost). */
const LEASE_MS = 150_000;
/** What nobody foresaw is not tried again at once. */
const AFTER_TROUBLE_MS = 10 * 60_000;
/** In one look; nobody waits for these. */
const MOST_PAGES = 20;

/** Hands out the pages that are due to be read again, one after another and so never two of a host at once in this process. */
export type WatchQueue = {
  /** Sees to what is due. @returns how many pages that were. */
  readonly look: (handler: (claim: WatchClaim) => Promise<void>, signal: AbortSignal) => Promise<number>;
};

export function createWatchQueue(parts: WatchQueueParts): WatchQueue {
  const { open, clock, observe } = parts;
  let isFirst = true;

  async function handOver(
    page: ClaimedPage,
    handler: (claim: WatchClaim) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await handler(toClaim(page, signal));
      await release(page, null);
    } catch (cause) {
      if (!signal.aborted) observe({ kind: 'trouble', what: 'a page could not be looked at again', cause });
      await release(page, signal.aborted ? null : AFTER_TROUBLE_MS);
    }
  }

  function toClaim({ url, rows, claim }: ClaimedPage, signal: AbortSignal): WatchClaim {
    return {
      ...{ url, signal, ...sharedBy(rows) },
      watches: rows.map(({ slug, post, platform, workspace, channel, thread, briefed_at, told }) => ({
        ...{ slug, post, place: { platform, workspace, channel, thread }, briefedAt: briefed_at },
        told: parseTold(told),
      })),
      finish: (work) =>
        open.db.transaction().execute(async (trx) => {
          const held = await trx.selectFrom('watch').select('slug').where('claim', '=', claim).forUpdate().execute();
          // All of it or nothing: what was taken over or erased meanwhile is seen to by whoever has it.
          if (held.length === rows.length) await work(parts.shelves(trx));
        }),
    };
  }

  async function release({ claim }: ClaimedPage, waitMs: number | null): Promise<void> {
    await open.db
      .updateTable('watch')
      .set({
        ...{ claim: null, lease_until: null },
        ...(waitMs === null ? {} : { next_at: new Date(clock.now().getTime() + waitMs) }),
      })
      .where('claim', '=', claim)
      .execute();
  }

  return {
    async look(handler, signal) {
      // The folder's lock proves that nobody else looks: what is under way there is a dead process's.
      if (isFirst && open.kind === 'folder')
        await open.db
          .updateTable('watch')
          .set({ claim: null, lease_until: null })
          .where('claim', 'is not', null)
          .execute();
      isFirst = false;
      const due = await nextWatch(open.db);
      if (due === null || due > clock.now()) return 0;
      for (let count = 0; count < MOST_PAGES; count++) {
        const page = signal.aborted ? null : await claimWatch(open.db, { now: clock.now(), leaseMs: LEASE_MS });
        if (page === null) return count;
        await handOver(page, handler, signal);
      }
      return MOST_PAGES;
    },
  };
}

/** A site is asked only for what changed where all briefings of the page have seen the same of it. */
function sharedBy(rows: ClaimedPage['rows']): Validators {
  const [first] = rows;
  const isShared = rows.every((row) => row.etag === first?.etag && row.last_modified === first?.last_modified);
  return first === undefined || !isShared
    ? { etag: null, lastModified: null }
    : { etag: first.etag, lastModified: first.last_modified };
}
