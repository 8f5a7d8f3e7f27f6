import type { Clock } from '#core/clock.ts';
import type { Observer } from '#core/observer.ts';
import { isSick, planNextPoll } from '#feeds/plan-next-poll.ts';
import { readNews } from '#feeds/read-news.ts';
import { createPollFeed } from '#flow/poll-feed.ts';
import { wording } from '#render/wording.ts';
import { createPollQueue } from '#store/create-poll-queue.ts';
import { type FeedPool, POLLS_AT_ONCE } from './create-feed-pool.ts';
import type { OpenStore } from './open-store.ts';

export type PollingParts = {
  readonly pool: Pick<FeedPool, 'poll'>;
  /** POLL_SECONDS; null: the pauses are computed. */
  readonly everySeconds: number | null;
};

/** Begins to poll the feeds that channels follow. @returns what ends it. */
export function startPolling(
  parts: PollingParts & {
    readonly store: Pick<OpenStore, 'open' | 'shelves'>;
    readonly clock: Clock;
    readonly observe: Observer;
    readonly wake: () => void;
  },
): () => Promise<void> {
  const { store, clock, observe, wake, everySeconds } = parts;
  const queue = createPollQueue({
    ...{ open: store.open, shelves: store.shelves, news: readNews, clock, observe },
    atOnce: POLLS_AT_ONCE,
  });
  queue.start(
    createPollFeed({
      ...{ poll: parts.pool.poll, plan: planNextPoll, isSick, clock, wording, wake },
      fixedMs: everySeconds === null ? null : everySeconds * 1_000,
    }),
  );
  return queue.stop;
}
