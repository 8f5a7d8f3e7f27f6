import path from 'node:path';
import { Piscina } from 'piscina';
import type { Polled, PollOrder } from '#core/polling.ts';
import { Problem } from '#core/problem.ts';
import type { FeedSettings } from './feed-task.ts';
import { failureOf } from './poll-feed-at.ts';
import { CalledOff, runInThread } from './run-in-thread.ts';
import { readOutcome } from './walk-task.ts';

export type FeedPool = {
  /** @throws Problem `CANCELLED` where the poll was called off. A feed that fails is an outcome. */
  readonly poll: (order: PollOrder, signal: AbortSignal) => Promise<Polled>;
  readonly close: () => Promise<void>;
};

/** Polls mostly wait; so many share the one thread. */
export const POLLS_AT_ONCE = 8;

const LIMITS = {
  idleMs: 60_000,
  /** A feed of 16 MiB needs some 200 MB to be read; what needs more is hostile. */
  memoryMb: 512,
  /** 20 s for fetching, and what a feed of the largest size takes on a busy machine. */
  callMs: 60_000,
  stuckMs: 10_000,
};

/**
 * A worker thread for polls. One that dies or sticks over a feed is replaced; the polls that ran beside it are made once more, each
 * alone, so that the fault is laid at the right feed's door.
 */
export function createFeedPool(
  settings: FeedSettings,
  onTrouble: (cause: unknown) => void,
  limits: Partial<typeof LIMITS> = {},
  /** Tests put a worker that misbehaves into the real one’s place. */
  worker = path.join(import.meta.dirname, 'feed-worker.ts'),
): FeedPool {
  const { idleMs, memoryMb, callMs, stuckMs } = { ...LIMITS, ...limits };
  const open = (concurrentTasksPerWorker: number) =>
    new Piscina({
      filename: worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMs,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      workerData: settings,
      concurrentTasksPerWorker,
    }).on('error', onTrouble);
  const shared = open(POLLS_AT_ONCE);
  const alone = open(1);
  let isClosed = false;

  return {
    async poll(order, signal) {
      const within = AbortSignal.any([signal, AbortSignal.timeout(callMs)]);
      const run = (pool: Piscina) => runInThread<Polled>(pool, { order }, { onStep: () => undefined, within, stuckMs });
      try {
        if (isClosed || signal.aborted) throw new CalledOff();
        const outcome = await run(shared).catch((error: unknown) => {
          if (isClosed || within.aborted) throw error;
          onTrouble(error);
          return run(alone);
        });
        return readOutcome(outcome);
      } catch (error) {
        if (isClosed || signal.aborted) throw new Problem('CANCELLED', 'the poll was called off');
        if (within.aborted) return failed(new Problem('TOO_SLOW', `it took more than ${callMs / 1_000} s`));
        if (isOutOfMemory(error)) return failed(new Problem('TOO_LARGE', 'reading it needs too much memory'));
        throw error;
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([shared.destroy(), alone.destroy()]);
    },
  };
}

function failed(problem: Problem): Polled {
  return { outcome: failureOf(problem), news: null };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
