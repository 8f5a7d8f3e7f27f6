import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss';
import type { Claim, Job, QueueName, Shelves, WorkQueue } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import { buryLost } from './bury-lost.ts';
import { countAffected } from './count-affected.ts';
import { createAlarm } from './create-alarm.ts';
import { QUEUES, TOUCH_EVERY_MS } from './make-queues.ts';
import type { OpenDatabase } from './open-database.ts';
import { parseJob } from './parse-job.ts';
import { findSuspects, returnOrphans } from './return-orphans.ts';
import type { Session } from './schema.ts';

export type QueueParts = {
  readonly open: Pick<OpenDatabase, 'db' | 'kind'>;
  readonly boss: PgBoss;
  readonly shelves: (session: Session) => Shelves;
  readonly observe: Observer;
  /** So many jobs of each queue at once in this process. */
  readonly atOnce: Readonly<Record<QueueName, number>>;
  /** Told of a job whose process died at every attempt, in the transaction that takes it off the queue. */
  readonly giveUp: (job: Job, shelves: Shelves) => Promise<void>;
};

export type RunningQueue = WorkQueue & {
  /** A job was sent in this process: do not wait for the next look. */
  readonly wake: () => void;
  /** Takes no more jobs; what runs may finish within so many ms, then it is given back. */
  readonly stop: (withinMs: number) => Promise<void>;
};

/** Between two looks for jobs whose wait is over; what this process sends wakes it. */
const LOOK_MS = 2_000;
/** The same on a server, where other processes send jobs too. */
const LOOK_AT_SERVER_MS = 500;
/** Between two looks for jobs that were lost at their last attempt. */
const SWEEP_MS = 15_000;

/** The queue's own clock says when a job's wait is over; ours must not be the earlier one. */
const SLACK_MS = 50;

class LostClaim extends Error {}

/** A job in our hands. */
type Attempt = { readonly queue: QueueName; readonly id: string; readonly retryCount: number };

/** Fetches jobs, runs them, and makes each one's effect happen once. */
export function createWorkQueue(parts: QueueParts): RunningQueue {
  const { boss, open, observe } = parts;
  const running: Readonly<Record<QueueName, Set<Promise<void>>>> = { requests: new Set(), digests: new Set() };
  const all = () => QUEUES.flatMap((queue) => [...running[queue]]);
  const stopping = new AbortController();
  const alarm = createAlarm();
  /**
   * Jobs that were under way when a process died: until each was seen through, one job of all queues runs at a time, so that a
   * killer is found.
   */
  const suspects = new Set<string>();
  /** For those that may not run yet: only then do they hold up others. */
  let waits: readonly NodeJS.Timeout[] = [];
  let isStopped = false;
  let handler: ((claim: Claim) => Promise<void>) | null = null;
  let loop: Promise<void> = Promise.resolve();
  let sweeper: NodeJS.Timeout | undefined;

  async function look(run: (claim: Claim) => Promise<void>): Promise<void> {
    for (const queue of QUEUES) await lookAt(queue, run);
    // Those that are left wait for a later attempt, or were taken away: they hold up nobody.
    if (suspects.size > 0 && all().length === 0) {
      suspects.clear();
      queue.wake();
    }
  }

  async function lookAt(name: QueueName, run: (claim: Claim) => Promise<void>): Promise<void> {
    const free = suspects.size > 0 ? 1 - all().length : parts.atOnce[name] - running[name].size;
    if (free <= 0) return;
    const jobs = await boss.fetch<object>(name, { batchSize: free, includeMetadata: true });
    for (const job of jobs) {
      const done: Promise<void> = runJob(name, job, run).finally(() => {
        running[name].delete(done);
        suspects.delete(job.id);
        queue.wake();
      });
      running[name].add(done);
    }
  }

  async function runJob(
    name: QueueName,
    job: JobWithMetadata<object>,
    run: (claim: Claim) => Promise<void>,
  ): Promise<void> {
    const attempt: Attempt = { queue: name, id: job.id, retryCount: job.retryCount };
    const lost = new AbortController();
    const touch = setInterval(() => {
      boss.touch(name, attempt).then(
        (response) => countAffected(response) !== 1 && lost.abort(new LostClaim('another attempt has this job')),
        (cause: unknown) => observe({ kind: 'trouble', what: 'a job’s sign of life was not written', cause }),
      );
    }, TOUCH_EVERY_MS);
    let isFinished = false;
    const isLast = job.retryCount >= job.retryLimit;
    try {
      const claim: Claim = {
        job: parseJob(job.data),
        isLast,
        signal: AbortSignal.any([lost.signal, stopping.signal]),
        async finish(work) {
          isFinished = await finishOnce(attempt, work);
        },
      };
      await run(claim);
      if (!isFinished && !lost.signal.aborted) throw new Error('the job ended without a result');
    } catch (cause) {
      if (!isFinished && !(cause instanceof LostClaim)) await giveBack(job, attempt, isLast, cause);
    } finally {
      clearInterval(touch);
    }
  }

  /** The effect and the job's completion in one transaction; neither, where another attempt has taken over. */
  async function finishOnce(attempt: Attempt, work: (shelves: Shelves) => Promise<void>): Promise<boolean> {
    try {
      await open.db.transaction().execute(async (trx) => {
        await work(parts.shelves(trx));
        const response = await boss.complete(attempt.queue, attempt, {}, { db: fromKysely(trx) });
        if (countAffected(response) !== 1) throw new LostClaim('another attempt has finished this job');
      });
    } catch (cause) {
      if (!(cause instanceof LostClaim)) throw cause;
      observe({ kind: 'trouble', what: 'a job was finished by another attempt', cause });
    }
    return true;
  }

  /** A job that is aborted by our own stop loses no attempt by it: at its last one a fresh copy takes its place. */
  async function giveBack(
    job: JobWithMetadata<object>,
    attempt: Attempt,
    isLast: boolean,
    cause: unknown,
  ): Promise<void> {
    try {
      if (isLast && stopping.signal.aborted) {
        await finishOnce(attempt, ({ jobs }) => jobs.send(parseJob(job.data)));
        return;
      }
      observe({ kind: 'trouble', what: 'an attempt at a job failed', cause });
      await boss.fail(attempt.queue, attempt, { message: cause instanceof Error ? cause.message : String(cause) });
    } catch (trouble) {
      // Its signs of life end here, so the queue gives it to somebody else in time.
      observe({ kind: 'trouble', what: 'a job could not be given back', cause: trouble });
    }
  }

  async function run(): Promise<void> {
    while (!isStopped && handler !== null) {
      await look(handler).catch((cause: unknown) =>
        observe({ kind: 'trouble', what: 'the queue could not be read', cause }),
      );
      if (!isStopped) await alarm.sleep(open.kind === 'server' ? LOOK_AT_SERVER_MS : LOOK_MS);
    }
  }

  function suspectLater(id: string, waitMs: number): NodeJS.Timeout[] {
    const suspect = () => {
      suspects.add(id);
      queue.wake();
    };
    if (waitMs > 0) return [setTimeout(suspect, waitMs + SLACK_MS).unref()];
    suspect();
    return [];
  }

  const sweep = () =>
    buryLost(parts)
      .then((count) => count > 0 && queue.wake())
      .catch((cause: unknown) => observe({ kind: 'trouble', what: 'lost jobs could not be looked for', cause }));

  const queue: RunningQueue = {
    async work(given) {
      handler = given;
      // The folder's lock proves that no other process works: what is under way there is a dead one's.
      if (open.kind === 'folder') {
        await returnOrphans(open.db);
        waits = (await findSuspects(open.db)).flatMap(({ id, waitMs }) => suspectLater(id, waitMs));
      }
      await sweep();
      sweeper = setInterval(sweep, SWEEP_MS).unref();
      loop = run();
    },
    wake: alarm.ring,
    async stop(withinMs) {
      isStopped = true;
      clearInterval(sweeper);
      for (const wait of waits) clearTimeout(wait);
      alarm.ring();
      await loop;
      const late = setTimeout(() => stopping.abort(new Error('byline stops')), withinMs);
      await Promise.all(all());
      clearTimeout(late);
    },
  };
  return queue;
}
