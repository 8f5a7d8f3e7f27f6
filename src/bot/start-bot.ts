import type { Budgets } from '#core/budgets.ts';
import type { Channel, ChatPlatform, Receive, Workspace } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Command } from '#core/command.ts';
import type { Memory } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import { writeOpml } from '#feeds/write-opml.ts';
import { createDesk } from '#flow/create-desk.ts';
import { createPurse } from '#flow/create-purse.ts';
import { createSuggest } from '#flow/create-suggest.ts';
import { createReceive } from '#flow/handle-arrival.ts';
import { planDigests, readAhead } from '#flow/plan-digests.ts';
import { planTaken } from '#flow/plan-taken.ts';
import { createGiveUp, createRunJob } from '#flow/run-job.ts';
import { createWatchArticle } from '#flow/watch-article.ts';
import { wording } from '#render/wording.ts';
import { nextRun } from '#schedule/next-run.ts';
import { parseSchedule } from '#schedule/parse-schedule.ts';
import { createInbox } from '#store/create-inbox.ts';
import { createOutboxSender } from '#store/create-outbox-sender.ts';
import { createWatchQueue } from '#store/create-watch-queue.ts';
import { createWorkQueue } from '#store/create-work-queue.ts';
import { eraseWorkspace } from '#store/erase-workspace.ts';
import { fitCard } from './fit-card.ts';
import { keepHouse } from './keep-house.ts';
import type { OpenStore } from './open-store.ts';
import { type PollingParts, startPolling } from './start-polling.ts';
import type { WalkPool } from './walk-pool.ts';

export type BotParts = {
  readonly store: OpenStore;
  readonly pool: Pick<WalkPool, 'startWalk' | 'startNewsWalk' | 'reread'>;
  readonly platforms: readonly ChatPlatform[];
  readonly commands: readonly Command[];
  readonly clock: Clock;
  readonly observe: Observer;
  readonly pageOf: (slug: string) => string | null;
  /** How feeds are polled; absent: they are not. */
  readonly polling?: PollingParts;
  /** What a model may take in a day; absent: as much as it likes. */
  readonly budgets?: Budgets;
  /** The zone of whoever names none in a schedule; absent: UTC. */
  readonly timeZone?: string;
  /** Tests wait less. */
  readonly everyMs?: Partial<typeof EVERY_MS>;
};

export type Bot = { readonly receive: Receive; readonly memory: Memory; readonly stop: () => Promise<void> };

/**
 * Walks run mostly in worker threads; this many jobs wait for them at once. Digests have a thread of their own, which takes as many
 * as it reads for side by side.
 */
const JOBS_AT_ONCE = { requests: 8, digests: 4 } as const;
/** What runs at a stop may finish within this time, then it is given back to the queue, in ms. */
const FINISH_WITHIN_MS = 10_000;

/** How often a running bot looks, in ms. */
const EVERY_MS = {
  /** A digest is planned so soon after its time. */
  digests: 2_000,
  readingAhead: 60_000,
  /** Pages that were briefed are read again within so long of their time. */
  corrections: 5_000,
};

const UNLIMITED: Budgets = { channel: null, workspace: null };

/** Joins flow, store and platforms: from here on arrivals become posts. Stops in reverse order, losing nothing. */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { store, clock, observe, platforms, commands } = parts;
  const { open, boss, memory, shelves } = store;
  const sender = createOutboxSender({
    ...{ open, clock, platforms, observe },
    ring: store.ring,
    undelivered: wording.undelivered,
  });
  const queue = createWorkQueue({
    ...{ open, boss, shelves, observe, atOnce: JOBS_AT_ONCE },
    giveUp: createGiveUp({ wording, observe }),
  });
  const wake = () => {
    queue.wake();
    sender.wake();
  };
  const inbox = createInbox({
    ...{ open, folder: store.folder, clock, ring: store.ring, shelves, observe },
    plan: async (taken, given) => void (await planTaken(taken, given, { wording, observe })),
    planned: wake,
  });
  const receive = createReceive({ memory, inbox, commands, wording, observe, wake });
  const runJob = createRunJob({
    ...{ memory, commands, wording, clock, observe, pageOf: parts.pageOf, fit: fitCard },
    startWalk: parts.pool.startWalk,
    mayManage: async ({ place, person }, signal) =>
      (await platforms.find(({ name }) => name === place.platform)?.mayManage?.(person.id, place, signal)) ?? false,
    purse: createPurse(parts.budgets ?? UNLIMITED, memory),
    openDesk: (job, onStep, signal, mayUseModel) =>
      createDesk(job, {
        ...{ memory, clock, parseSchedule, nextRun, writeOpml },
        timeZone: parts.timeZone ?? 'UTC',
        ...parts.pool.startNewsWalk(onStep, signal, mayUseModel),
      }),
    wake: sender.wake,
  });
  await sender.start();
  await queue.work(runJob);
  await inbox.start();
  const planning = { memory, clock, wording, nextRun, observe, wake };
  const watching = createWatchQueue({ open, clock, shelves, observe });
  const watchArticle = createWatchArticle({
    ...{ memory, clock, wording, observe },
    ...{ reread: parts.pool.reread, wake: sender.wake },
  });
  const stopping = new AbortController();
  const everyMs = { ...EVERY_MS, ...parts.everyMs };
  const stopPlanning = keepHouse(
    [
      {
        what: 'corrections',
        everyMs: everyMs.corrections,
        run: async () => void (await watching.look(watchArticle, stopping.signal)),
      },
      { what: 'digests', everyMs: everyMs.digests, run: async () => void (await planDigests(planning)) },
      { what: 'reading ahead', everyMs: everyMs.readingAhead, run: () => readAhead(planning) },
    ],
    observe,
  );
  const suggest = createSuggest(commands, memory);
  const removed = async (workspace: Workspace) => {
    const count = await eraseWorkspace(workspace, open.db);
    observe({ kind: 'kept-house', what: 'erasure', count });
  };
  const left = async (channel: Channel) => {
    await memory.transact(({ channels }) => channels.leave(channel));
  };
  const stopPolling =
    parts.polling === undefined
      ? async () => {}
      : startPolling({ ...parts.polling, store, clock, observe, wake: sender.wake });
  for (const platform of platforms) await platform.start({ receive, suggest, removed, left });
  return {
    receive,
    memory,
    async stop() {
      for (const platform of platforms.toReversed()) await platform.stop();
      await stopPolling();
      stopping.abort();
      await stopPlanning();
      await inbox.stop();
      await queue.stop(FINISH_WITHIN_MS);
      await sender.stop();
    },
  };
}
