import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { StartWalk, Step } from '#core/app.ts';
import { Problem } from '#core/problem.ts';
import { readOutcome, type WalkOutcome, type WalkResults, type WalkTask } from './walk-task.ts';

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
/** An idle bot gives the memory of its threads back after a while: word lists and models weigh some 100 MB each. */
const IDLE_MS = 60_000;
/** A page of 10 MB needs some 300 MB to be read; what needs more is hostile. */
const MEMORY_MB = 768;
/** The longest a call may take: 30 s for fetching, 3 s for reading, and room for a busy machine. */
const CALL_WITHIN_MS = 60_000;

/**
 * Worker threads for the heavy part of walks: a page that takes seconds to read never holds up an acknowledgement.
 * `allowed`: the setting ALLOW_PRIVATE_ADDRESSES as it was written.
 */
export function createWalkPool(options: { readonly allowed: string; readonly threads?: number }): WalkPool {
  const pool = new Piscina({
    filename: path.join(import.meta.dirname, 'walk-worker.ts'),
    minThreads: 0,
    maxThreads: options.threads ?? 2,
    concurrentTasksPerWorker: WALKS_A_THREAD,
    idleTimeout: IDLE_MS,
    maxQueue: MOST_WAITING,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    workerData: { allowed: options.allowed },
  });

  let underWay = 0;

  async function call<K extends WalkTask['kind']>(
    task: Extract<WalkTask, { kind: K }> extends infer T ? Omit<T, 'steps'> & { kind: K } : never,
    onStep: (step: Step) => void,
    signal: AbortSignal,
  ): Promise<WalkResults[K]> {
    const within = AbortSignal.any([signal, AbortSignal.timeout(CALL_WITHIN_MS)]);
    const { port1, port2 } = new MessageChannel();
    port1.on('message', onStep).unref();
    const callOff = () => port1.postMessage('off');
    within.addEventListener('abort', callOff, { once: true });
    underWay++;
    try {
      const run: Promise<WalkOutcome<WalkResults[K]>> = pool.run({ ...task, steps: port2 }, { transferList: [port2] });
      return readOutcome(await orAbort(run, within, signal));
    } catch (error) {
      throw foreseen(error);
    } finally {
      underWay--;
      within.removeEventListener('abort', callOff);
      port1.close();
    }
  }

  return {
    startWalk: (onStep, signal) => ({
      read: (url) => call<'read'>({ kind: 'read', url }, onStep, signal),
      brief: (article, wish) => call<'brief'>({ kind: 'brief', article, wish }, onStep, signal),
      testimony: (article) => call<'testimony'>({ kind: 'testimony', article }, onStep, signal),
      answer: (question, article, wish) => call<'answer'>({ kind: 'answer', question, article, wish }, onStep, signal),
    }),
    load: () => ({ running: underWay - pool.queueSize, waiting: pool.queueSize }),
    close: () => pool.destroy(),
  };
}

/** What runs in a thread is asked to end and not waited for: its thread goes on, or is replaced. */
function orAbort<T>(run: Promise<T>, within: AbortSignal, given: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () =>
      reject(
        given.aborted
          ? new Problem('CANCELLED', 'the walk was called off')
          : new Problem('TOO_SLOW', `it took more than ${CALL_WITHIN_MS / 1_000} s`),
      );
    if (within.aborted) abort();
    within.addEventListener('abort', abort, { once: true });
    run.then(resolve, reject).finally(() => within.removeEventListener('abort', abort));
  });
}

/** What the pool itself says, as a Problem; anything else as it is. */
function foreseen(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Problem('TOO_LARGE', 'reading it needs too much memory', { cause: error });
  // Piscina 5 says this where its queue is full.
  return /queue is at limit/i.test(error.message) ? new Problem('SATURATED', 'all threads are busy') : error;
}
