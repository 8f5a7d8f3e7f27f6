import type { MessagePort } from 'node:worker_threads';
import type { PollOrder } from '#core/polling.ts';

/** A poll, as it goes to the feeds' worker thread. `steps`: see `WalkTask`. */
export type FeedTask = { readonly steps: MessagePort; readonly order: PollOrder };

/** What that thread is told of the settings when it starts. */
export type FeedSettings = {
  /** ALLOW_PRIVATE_ADDRESSES as it was written. */
  readonly allowed: string;
  /** PUBLIC_URL, for whoever wonders who asks; or null. */
  readonly contact: string | null;
};
