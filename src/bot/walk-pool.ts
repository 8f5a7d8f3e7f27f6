import path from 'node:path';
import { Piscina } from 'piscina';
import type { BriefWish, MayUseModel, StartNewsWalk, StartWalk, Step } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Reread, RereadPage } from '#core/corrections.ts';
import { MOST_ENTRIES } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import { contentKey } from '#summarize/model/content-key.ts';
import { loadPrompts } from '#summarize/model/load-prompts.ts';
import type { ModelSettings } from '#summarize/model/model-settings.ts';
import { createShareWork } from '#summarize/model/share-work.ts';
import { CalledOff, runInThread } from './run-in-thread.ts';
import type { WalkSettings } from './walk-settings.ts';
import { readOutcome, type WalkResults, type WalkTask } from './walk-task.ts';
import { withoutUsage } from './without-usage.ts';

export type WalkPool = {
  readonly startWalk: StartWalk;
  readonly startNewsWalk: StartNewsWalk;
  readonly reread: RereadPage;
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
  /** PUBLIC_URL, told to sites whose feeds are looked for; null or absent: nothing. */
  readonly contact?: string | null;
  /** Who writes briefings; null or absent: nobody, they are cut from the article. */
  readonly model?: ModelSettings | null;
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
  /** A digest reads a dozen articles, polite to their sites. */
  digestMs: 150_000,
  /** A call that is called off ends at its next turn; a thread that gives none for this long is replaced. */
  stuckMs: 10_000,
};

/**
 * Worker threads for the heavy part of walks: a page that takes seconds to read never holds up an acknowledgement. A thread that
 * dies or sticks is replaced; whatever else ran in it runs once more, alone, for the fault may have been another's.
 * @throws Problem `BAD_SETTINGS` where a prompt is not as it must be.
 */
export function createWalkPool(options: WalkPoolOptions): WalkPool {
  const { onTrouble = () => undefined, model = null } = options;
  // A slip in a prompt ends the start here, and not a thread later.
  loadPrompts();
  const settings: WalkSettings = { allowed: options.allowed, contact: options.contact ?? null, model };
  const { idleMs, callMs, digestMs, stuckMs, memoryMb } = { ...LIMITS, ...options.limits };
  const open = (maxThreads: number, concurrentTasksPerWorker: number) =>
    new Piscina({
      filename: options.worker ?? path.join(import.meta.dirname, 'walk-worker.ts'),
      minThreads: 0,
      idleTimeout: idleMs,
      maxQueue: MOST_WAITING,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      workerData: settings,
      ...{ maxThreads, concurrentTasksPerWorker },
      // An error of a thread that nobody waits for; unheard it would end the process.
    }).on('error', onTrouble);
  const shared = open(options.threads ?? 2, WALKS_A_THREAD);
  const alone = open(1, 1);
  // Nobody waits for the morning's digests: they get a thread of their own, and never those that people wait for.
  const background = open(1, WALKS_A_THREAD);

  let underWay = 0;
  let isClosed = false;

  async function call<K extends WalkTask['kind']>(
    task: Extract<WalkTask, { kind: K }> extends infer T ? Omit<T, 'steps'> & { kind: K } : never,
    onStep: (step: Step) => void,
    signal: AbortSignal,
  ): Promise<WalkResults[K]> {
    const longestMs = task.kind === 'digest' ? digestMs : callMs;
    const within = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
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
      const isBackground = task.kind === 'digest' || task.kind === 'reread';
      const outcome = await run(isBackground ? background : shared).catch((error: unknown) => {
        if (!isLost(error)) throw error;
        return run(alone);
      });
      return readOutcome(outcome);
    } catch (error) {
      if (isClosed || signal.aborted) throw new Problem('CANCELLED', 'the walk was called off');
      if (within.aborted) throw new Problem('TOO_SLOW', `it took more than ${longestMs / 1_000} s`);
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

  /** What a model wrote for one is there for all who ask for the same, whichever thread they meet, and is paid for once. */
  const written = createShareWork<Briefing>(MOST_WRITTEN, isWhole);

  async function brief(
    article: Article,
    wish: BriefWish,
    withoutModel: string | null,
    onStep: (step: Step) => void,
    signal: AbortSignal,
  ): Promise<Briefing> {
    const start = (own: AbortSignal) => call<'brief'>({ kind: 'brief', article, wish, withoutModel }, onStep, own);
    if (model === null || wish.engine === 'extractive') return start(signal);
    const key = contentKey(article, article.url, wish);
    // What is written already costs nothing, and is there for those whose budget is used up, too.
    const known = withoutModel === null ? undefined : written.known(key);
    if (known !== undefined) return withoutUsage(known);
    if (withoutModel !== null) return start(signal);
    onStep('briefing');
    try {
      const { value, isShared } = await written.get(key, start, signal);
      return isShared ? withoutUsage(value) : value;
    } catch (error) {
      if (signal.aborted) throw new Problem('CANCELLED', 'the walk was called off');
      throw error;
    }
  }

  const askFirst = async (mayUseModel: MayUseModel | undefined, texts = 1) =>
    model === null ? null : ((await mayUseModel?.(texts)) ?? null);

  return {
    startWalk: (onStep, signal, mayUseModel) => ({
      read: (url) => call<'read'>({ kind: 'read', url }, onStep, signal),
      brief: async (article, wish) => brief(article, wish, await askFirst(mayUseModel), onStep, signal),
      testimony: (article) => call<'testimony'>({ kind: 'testimony', article }, onStep, signal),
      answer: async (question, article, wish) => {
        const withoutModel = await askFirst(mayUseModel);
        return call<'answer'>({ kind: 'answer', question, article, wish, withoutModel }, onStep, signal);
      },
    }),
    startNewsWalk: (onStep, signal, mayUseModel) => ({
      findFeed: (address) => call<'find-feed'>({ kind: 'find-feed', address }, onStep, signal),
      readOpml: (address) => call<'read-opml'>({ kind: 'read-opml', address }, onStep, signal),
      digest: async (items, wish) => {
        const withoutModel = await askFirst(mayUseModel, Math.min(items.length, wish.most ?? MOST_ENTRIES));
        return call<'digest'>({ kind: 'digest', items, wish, withoutModel }, onStep, signal);
      },
    }),
    reread: (order, signal) =>
      call<'reread'>({ kind: 'reread', order }, () => undefined, signal).catch((error: unknown): Reread => {
        const isOurs = !(error instanceof Problem) || error.code === 'CANCELLED' || error.code === 'SATURATED';
        if (isOurs) throw error;
        return { kind: 'failed', code: error.code, retryAfterMs: error.retryAfterMs };
      }),
    load() {
      // What was called off may still wait for its turn, and nobody waits for it.
      const waiting = Math.min(shared.queueSize + alone.queueSize + background.queueSize, underWay);
      return { running: underWay - waiting, waiting };
    },
    async close() {
      isClosed = true;
      await Promise.all([shared, alone, background].map((pool) => pool.destroy()));
    },
  };
}

/** Briefings that a model wrote are kept for whoever asks next; with its article one weighs some 50 kB. */
const MOST_WRITTEN = 100;

/** What the model failed at may go well for the next. */
function isWhole({ engine, withheld }: Briefing): boolean {
  return engine.name === 'model' && (engine.fallback ?? null) === null && withheld.length === 0;
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
