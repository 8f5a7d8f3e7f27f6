import type { Channel } from './chat.ts';
import type { FeedManners, KnownFeed, NewsEntry, Polling } from './following.ts';
import type { Shelves } from './memory.ts';
import type { ProblemCode } from './problem.ts';

/** How a poll ended. */
export type PollOutcome =
  | (PollTold & { readonly kind: 'read'; readonly manners: FeedManners; readonly weekly: number | null })
  | (PollTold & { readonly kind: 'unchanged' })
  | { readonly kind: 'gone'; readonly fact: string }
  | {
      readonly kind: 'failed';
      readonly code: ProblemCode;
      readonly fact: string;
      readonly retryAfterMs: number | null;
    };

type PollTold = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** For how long the server says that it stays as it is, in ms; null: it says nothing. */
  readonly freshForMs: number | null;
  /** Where the server says for good that the feed has gone, or null. */
  readonly permanentUrl: string | null;
};

/** What a reading brought, ready to be kept. */
export type FeedNews = Pick<KnownFeed, 'title' | 'site' | 'language'> & { readonly entries: readonly NewsEntry[] };

/** A poll done, away from the thread that acknowledges: how it ended, and where it was read what it brought. */
export type Polled = { readonly outcome: PollOutcome; readonly news: FeedNews | null };

/** What a poll needs to know. */
export type PollOrder = {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How many channels follow the feed. */
  readonly subscribers: number;
};

/** A due feed in somebody's hands, until its lease ends. */
export type PollClaim = {
  readonly feed: KnownFeed;
  readonly order: PollOrder;
  readonly polling: Polling;
  /** Aborts when the process stops. */
  readonly signal: AbortSignal;
  /**
   * What follows from the poll, in one transaction. Where another process has taken the feed over meanwhile, or nobody follows it
   * any more, nothing of it happens, and that is no error.
   */
  readonly finish: (work: (desk: PollDesk, shelves: Shelves) => Promise<void>) => Promise<void>;
};

/** The feed's row, while its poll is written down. */
export type PollDesk = {
  /** `keep`: what was read. Where a digest needs the feed, the next poll is moved to shortly before. */
  readonly save: (polling: Polling, news: FeedNews | null) => Promise<void>;
  /** The feed has another address for good; where that one is known already, the two become one. */
  readonly move: (url: string) => Promise<void>;
  /** Channels that follow it, unpaused, and since when it fails as they were told; null: they were told nothing. */
  readonly followers: () => Promise<readonly { readonly channel: Channel; readonly toldSince: Date | null }[]>;
  readonly noteTold: (channel: Channel, since: Date | null) => Promise<void>;
};

/** Feeds that are due, and who polls them. */
export type PollQueue = {
  /** Begins to hand out claims, at most two of a host at once over all processes. */
  readonly start: (handler: (claim: PollClaim) => Promise<void>) => void;
  /** Somebody follows a new feed, or wants one sooner. */
  readonly wake: () => void;
  /** Hands out nothing more; polls under way are called off and given back. */
  readonly stop: () => Promise<void>;
};
