/** The feeds' worker thread: light, for it holds neither word lists nor engines, and so may stay for as long as there are feeds. */
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { Polled } from '#core/polling.ts';
import { Problem } from '#core/problem.ts';
import { allowAddresses } from '#read/allow-addresses.ts';
import { answerTask } from './answer-task.ts';
import type { FeedSettings, FeedTask } from './feed-task.ts';
import { pollFeedAt } from './poll-feed-at.ts';
import { systemClock } from './read-clock.ts';
import type { WalkOutcome } from './walk-task.ts';

/** See `walk-worker.ts`: the thread that acknowledges goes first. */
setPriority(10);

const CALLED_OFF = new Problem('CANCELLED', 'the poll was called off');
const { allowed, contact } = readSettings(workerData);
const allow = allowAddresses(allowed);

/** Piscina calls the default export of a worker's file. */
// biome-ignore lint/style/noDefaultExport: see above
export default function runTask({ steps, order }: FeedTask): Promise<WalkOutcome<Polled>> {
  return answerTask(steps, CALLED_OFF, (signal) => pollFeedAt(order, { allow, contact, signal }, systemClock.now()));
}

/** What the thread was started with. It comes from `create-feed-pool.ts` and nowhere else; Piscina gives it no type. */
function readSettings(data: unknown): FeedSettings {
  const isGiven = typeof data === 'object' && data !== null && 'allowed' in data && 'contact' in data;
  return isGiven ? (data as FeedSettings) : { allowed: '', contact: null };
}
