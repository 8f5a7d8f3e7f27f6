/** A worker thread's side of `walk-pool.ts`: the rooms of a walk, away from the thread that acknowledges. */
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { attribute } from '#attribute/attribute.ts';
import { findAddress } from '#core/find-address.ts';
import { Problem } from '#core/problem.ts';
import { allowAddresses } from '#read/allow-addresses.ts';
import { fetchFeed } from '#read/fetch-feed.ts';
import { readUrl } from '#read/read-url.ts';
import type { ChooseEngine } from '#summarize/choose-engine.ts';
import { answerTask } from './answer-task.ts';
import { createDigests } from './create-digests.ts';
import { discoverFeed } from './discover-feed.ts';
import { joinEngines, joinWalk } from './join-walk.ts';
import { loadOpml } from './load-opml.ts';
import { systemClock } from './read-clock.ts';
import { rememberTestimony } from './remember-testimony.ts';
import { rereadPage } from './reread-page.ts';
import type { WalkSettings } from './walk-settings.ts';
import type { WalkOutcome, WalkResults, WalkTask } from './walk-task.ts';

/**
 * On Linux this is the priority of this thread alone: whatever a page costs, the main thread, which acknowledges, goes first.
 */
setPriority(10);

const CALLED_OFF = new Problem('CANCELLED', 'the walk was called off');
const { allowed, contact, model } = readSettings(workerData);
const allow = allowAddresses(allowed);
/** One for all walks of this thread, so that what a model wrote once is there for the next who asks. */
const chooseEngine: ChooseEngine = joinEngines(model);

/** Threads that people ask questions in at once, and their articles. */
const MOST_ARTICLES = 32;
const known = rememberTestimony(attribute, MOST_ARTICLES);

/** One for all digests of this thread: what many channels read about is read once. */
const makeDigest = createDigests({
  clock: systemClock,
  read: (url, signal) => readUrl(url, { signal, allow, byPerson: false }),
  chooseEngine,
  walk: (signal, options) =>
    joinWalk(
      () => Promise.reject(CALLED_OFF),
      signal,
      () => undefined,
      options,
    ),
});

/** Piscina calls the default export of a worker's file. */
// biome-ignore lint/style/noDefaultExport: see above
export default function runTask(task: WalkTask): Promise<WalkOutcome<WalkResults[WalkTask['kind']]>> {
  return answerTask(task.steps, CALLED_OFF, (signal) => walk(task, signal));
}

function walk(task: WalkTask, signal: AbortSignal): Promise<WalkResults[WalkTask['kind']]> {
  const app = joinWalk(
    async (input) => readUrl(addressOf(input), { signal, allow }),
    signal,
    (step) => task.steps.postMessage(step),
    { attribute: known, chooseEngine, mayUseModel: () => ('withoutModel' in task ? task.withoutModel : null) },
  );
  switch (task.kind) {
    case 'read':
      return app.read(task.url);
    case 'brief':
      return app.brief(task.article, task.wish);
    case 'testimony':
      return app.testimony(task.article);
    case 'find-feed':
      return discoverFeed(
        addressOf(task.address),
        (url) => fetchFeed(url, { allow, contact, signal }),
        systemClock.now(),
      );
    case 'read-opml':
      return loadOpml(addressOf(task.address), { allow, contact, signal });
    case 'digest':
      return makeDigest(task.items, task.wish, task.withoutModel, signal);
    case 'reread':
      return rereadPage(task.order, { allow, signal });
    case 'answer':
      return app.answer(task.question, task.article, task.wish);
    default:
      return task satisfies never;
  }
}

/** In a channel nobody may name a file of this machine. @throws Problem `BAD_ADDRESS`. */
function addressOf(input: string): string {
  const url = findAddress(input);
  if (url === null) throw new Problem('BAD_ADDRESS', 'not the address of a page');
  return url;
}

/** What the thread was started with. It comes from `walk-pool.ts` and nowhere else; Piscina gives it no type. */
function readSettings(data: unknown): WalkSettings {
  const isGiven = typeof data === 'object' && data !== null && 'allowed' in data && 'model' in data;
  return isGiven ? (data as WalkSettings) : { allowed: '', contact: null, model: null };
}
