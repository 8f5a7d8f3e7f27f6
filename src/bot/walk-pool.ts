import path from 'node:path';
import { Piscina } from 'piscina';
import type { StartWalk, Step } from '#core/app.ts';
import { Problem } from '#core/problem.ts';
import { CalledOff, runInThread } from './run-in-thread.ts';
import { readOutcome, type WalkResults, type WalkTask } from './walk-task.ts';

export type WalkPool = {
  readonly startWalk: StartWalk;
  /** How many calls run, and how many wait for a thread. */
  readonly load: () => { readonly running: number; readonly waiting: number };
  readonly close: () => Promise<void>;
};

/** Fetching mostly waits, so a thread takes several walks; one that reads a hostile page holds up only its own. */
const WALKS_A_THREAD = 4;
/** More than this waiting, and the last would wait for minutes. */
const MOST_WAITING = 500;

export type WalkPoolOptions = {
  /** The setting ALLOW_PRIVATE_ADDRESSES as it was written. */
  readonly allowed: string;
  readonly threads?: number;
  /** Is told of threads that were lost, and why. */
  readonly onTrouble?: (cause: unknown) => void;
  /** Tests put a worker that misbehaves into the real one’s place, and wait less. */
  readonly worker?: string;
  readonly limits?: Partial<WalkPoolLimits>;
};
type WalkPoolLimits = typeof LIMITS;

const LIMITS = {
  /** An idle bot gives the memory of its threads back after a while: word lists and models weigh some 100 MB each. */
  idleMs: 60_000,
  /** A page of 10 MB needs some 300 MB to be read; what needs more is hostile. */
  memoryMb: 768,
  /** The longest a call may take: 30 s for fetching, 3 s for reading, and room for a busy machine. */
  callMs: 60_000,
  /** A call that is called off ends at its next turn; a thread that gives none for this long is replaced. */
  stuckMs: 10_000,
};

/**
 * Worker threads for the heavy part of walks: a page that takes seconds to read never holds up an acknowledgement. A thread that
 * dies or sticks is replaced; whatever else ran in it runs once more, alone, for the fault may have been another's.
 */
export function createWalkPool(options: WalkPoolOptions): WalkPool {
  const { onTrouble = () => undefined } = options;
  const { idleMs, callMs, stuckMs, memoryMb } = { ...LIMITS, ...options.limits };
  const open = (maxThreads: number, concurrentTasksPerWorker: number) =>
    new Piscina({
      filename: options.worker ?? path.join(import.meta.dirname, 'walk-worker.ts'),
      minThreads: 0,
      idleTimeout: idleMs,
      maxQueue: MOST_WAITING,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      workerData: { allowed: options.allowed },
      ...{ maxThreads, concurrentTasksPerWorker },
      // An error of a thread that nobody waits for; unheard it would end the process.
    }).on('error', onTrouble);
  const shared = open(options.threads ?? 2, WALKS_A_THREAD);
  const alone = open(1, 1);

  let underWay = 0;
  let isClosed = false;

  async function call<K extends WalkTask['kind']>(
    task: Extract<WalkTask, { kind: K }> extends infer T ? Omit<T, 'steps'> & { kind: K } : never,
    onStep: (step: Step) => void,
    signal: AbortSignal,
  ): Promise<WalkResults[K]> {
    const within = AbortSignal.any([signal, AbortSignal.timeout(callMs)]);
    // A task never throws: what `run` throws means that its thread was lost, unless it never had one.
    const isLost = (error: unknown) => !isClosed && !within.aborted && !isFull(error);
    const run = (pool: Piscina) =>
      runInThread<WalkResults[K]>(pool, task, { onStep, within, stuckMs }).catch((error: unknown) => {
        if (isLost(error)) onTrouble(error);
        wake(pool);
        throw error;
      });
    underWay++;
    try {
      if (isClosed || signal.aborted) throw new CalledOff();
      const outcome = await run(shared).catch((error: unknown) => {
        if (!isLost(error)) throw error;
        return run(alone);
      });
      return readOutcome(outcome);
    } catch (error) {
      if (isClosed || signal.aborted) throw new Problem('CANCELLED', 'the walk was called off');
      if (within.aborted) throw new Problem('TOO_SLOW', `it took more than ${callMs / 1_000} s`);
      throw foreseen(error);
    } finally {
      underWay--;
    }
  }

  /** Piscina starts threads for what comes, not for what waited for a thread that was lost: something has to come. */
  function wake(pool: Piscina): void {
    if (isClosed || pool.queueSize === 0 || pool.threads.length > 0) return;
    const within = AbortSignal.abort();
    runInThread(pool, { kind: 'read' }, { onStep: () => undefined, within, stuckMs }).catch(() => undefined);
  }

  return {
    startWalk: (onStep, signal) => ({
      read: (url) => call<'read'>({ kind: 'read', url }, onStep, signal),
      brief: (article, wish) => call<'brief'>({ kind: 'brief', article, wish }, onStep, signal),
      testimony: (article) => call<'testimony'>({ kind: 'testimony', article }, onStep, signal),
      answer: (question, article, wish) => call<'answer'>({ kind: 'answer', question, article, wish }, onStep, signal),
    }),
    load() {
      // What was called off may still wait for its turn, and nobody waits for it.
      const waiting = Math.min(shared.queueSize + alone.queueSize, underWay);
      return { running: underWay - waiting, waiting };
    },
    async close() {
      isClosed = true;
      await Promise.all([shared.destroy(), alone.destroy()]);
    },
  };
}

/** Piscina 5 says this where its queue is full. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /queue is at limit/i.test(error.message);
}

/** What the pool itself says, as a Problem; anything else as it is. */
function foreseen(error: unknown): unknown {
  if (isFull(error)) return new Problem('SATURATED', 'all threads are busy');
  const isOutOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? new Problem('TOO_LARGE', 'reading it needs too much memory', { cause: error }) : error;
}
