/** The feeds' worker thread: light, for it holds neither word lists nor engines, and so may stay for as long as there are feeds. */
import { setPriority } from 'node:os';
import { receiveMessageOnPort, threadId, workerData } from 'node:worker_threads';
import type { Polled } from '#core/polling.ts';
import { Problem } from '#core/problem.ts';
import { allowAddresses } from '#read/allow-addresses.ts';
import type { FeedSettings, FeedTask } from './feed-task.ts';
import { pollFeedAt } from './poll-feed-at.ts';
import { systemClock } from './read-clock.ts';
import { toPlain, type WalkOutcome } from './walk-task.ts';

/** See `walk-worker.ts`: the thread that acknowledges goes first. */
setPriority(10);

const CALLED_OFF = new Problem('CANCELLED', 'the poll was called off');
const { allowed, contact } = readSettings(workerData);
const allow = allowAddresses(allowed);

/** Piscina calls the default export of a worker's file. */
// biome-ignore lint/style/noDefaultExport: see above
export default async function runTask({ steps, order }: FeedTask): Promise<WalkOutcome<Polled>> {
  const isLate = receiveMessageOnPort(steps) !== undefined;
  if (isLate) return { problem: toPlain(CALLED_OFF) };
  const calledOff = new AbortController();
  steps.once('message', () => calledOff.abort(CALLED_OFF));
  steps.postMessage(threadId);
  try {
    return { value: await pollFeedAt(order, { allow, contact, signal: calledOff.signal }, systemClock.now()) };
  } catch (error) {
    return error instanceof Problem ? { problem: toPlain(error) } : { fault: error };
  } finally {
    steps.close();
  }
}

/** What the thread was started with. It comes from `create-feed-pool.ts` and nowhere else; Piscina gives it no type. */
function readSettings(data: unknown): FeedSettings {
  const isGiven = typeof data === 'object' && data !== null && 'allowed' in data && 'contact' in data;
  return isGiven ? (data as FeedSettings) : { allowed: '', contact: null };
}
