import type { Channel, Workspace } from './chat.ts';
import type { Feed } from './feed.ts';
import type { ProblemCode } from './problem.ts';

/** A feed as the bot keeps it: read once for all channels that follow it. `id` is a random word of 22 characters. */
export type KnownFeed = {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** The site that it belongs to, an address; null where the feed names none. */
  readonly site: string | null;
  readonly language: string | null;
  readonly health: FeedHealth;
};

/** How a feed does. */
export type FeedHealth = {
  /** When it was last read or said to be unchanged; null: never. */
  readonly readAt: Date | null;
  readonly nextPollAt: Date;
  /** Polls that failed in a row. */
  readonly failures: number;
  /** Why the last poll failed and since when polls do; null where the last one worked. */
  readonly problem: { readonly code: ProblemCode; readonly fact: string; readonly since: Date } | null;
  /** The server said that it is gone for good (410): it is not asked again. */
  readonly isGone: boolean;
};

/** That a channel follows a feed. */
export type Subscription = {
  readonly feed: KnownFeed;
  /** Words that an entry must have (any of them), and with a minus before it must not have; null: everything. */
  readonly filter: string | null;
  readonly pausedAt: Date | null;
  /** A person's id. */
  readonly by: string;
  readonly at: Date;
};

/** One entry of a feed as it is kept. `id` is a random word of 22 characters, the same for all channels. */
export type NewsItem = {
  readonly id: string;
  /** `KnownFeed.id`. */
  readonly feed: string;
  /** The feed's title, else its host. */
  readonly outlet: string;
  readonly url: string | null;
  /** Plain text, one line. */
  readonly title: string;
  /** Plain text, the beginning of it. */
  readonly summary: string | null;
  /** As the feed says; null where it says nothing that can be true (before 1995, more than a day ahead). */
  readonly publishedAt: Date | null;
  /** When byline first saw it. Null: it was there already when the feed was first read. */
  readonly newAt: Date | null;
};

/** Feeds, their entries and who follows them. */
export type FeedShelf = {
  /**
   * Makes a channel follow a feed that was just read; its entries are kept as being there already. `isNew` is false where the
   * channel follows it already (also under another address of the same feed), and then nothing changes.
   */
  readonly follow: (
    channel: Channel,
    found: { readonly url: string; readonly feed: Feed; readonly polling?: Polling | null },
    by: string,
  ) => Promise<{ readonly feed: KnownFeed; readonly isNew: boolean }>;
  /** Makes a channel follow a feed that nobody has read yet; its first reading keeps what is there as being there already. */
  readonly followUnread: (
    channel: Channel,
    feed: { readonly url: string; readonly title: string | null },
    by: string,
  ) => Promise<void>;
  readonly unfollow: (channel: Channel, feed: string) => Promise<void>;
  readonly pause: (channel: Channel, feed: string, pausedAt: Date | null) => Promise<void>;
  readonly setFilter: (channel: Channel, feed: string, filter: string | null) => Promise<void>;
  /** In the order in which they were added. */
  readonly followed: (channel: Channel) => Promise<readonly Subscription[]>;
  /**
   * What a channel's feeds brought that are not paused, filters applied, newest first: entries first seen after `since`, or where
   * they were there already, published after it.
   */
  readonly items: (channel: Channel, since: Date, limit: number) => Promise<readonly NewsItem[]>;
  /** Full-text search in what a channel's feeds brought after `since`; the best first. */
  readonly search: (channel: Channel, words: string, since: Date, limit: number) => Promise<readonly NewsItem[]>;
  /** An entry of a feed that some channel of this workspace follows, or null. */
  readonly item: (workspace: Workspace, id: string) => Promise<NewsItem | null>;
  /** Asks for these feeds to be polled soon, before a digest needs them; never sooner than politeness allows. */
  readonly pollBefore: (channel: Channel, at: Date) => Promise<void>;
};

/** What is remembered of a feed's polls, so that the next one is polite. */
export type Polling = {
  /** The validators of the last whole answer, byte for byte as the server wrote them; never understood. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it was last read or said to be unchanged; null: never. */
  readonly readAt: Date | null;
  /** Politeness forbids an earlier poll, whoever wants one. */
  readonly mayPollAt: Date;
  readonly nextPollAt: Date;
  readonly failures: number;
  readonly problem: FeedHealth['problem'];
  readonly isGone: boolean;
  /** Where the last poll was sent for good; a second that agrees moves the feed. */
  readonly movedTo: string | null;
  readonly manners: FeedManners;
  /** Entries of the last seven days, as the last whole answer has them; null: it has no dates. */
  readonly weekly: number | null;
};

/** What a feed says itself of when it wants to be read. */
export type FeedManners = {
  /** RSS `ttl`, `sy:updatePeriod`: not more often than so, in ms; 0: it says nothing. */
  readonly everyMs: number;
  /** RSS `skipHours`, 0 to 23, and `skipDays`, 1 to 7 with Monday as 1; in GMT. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
};

/** An entry as a reading brings it, made ready to be kept. */
export type NewsEntry = Pick<NewsItem, 'url' | 'title' | 'summary' | 'publishedAt'> & {
  /** What it is told again by, each sure by itself: its id, its address and title, its title and time. */
  readonly marks: readonly string[];
  /** Its address: told again by it, unless it is published more than a day after the entry that had it before. */
  readonly page: string | null;
};

/** How addresses and entries are read; `feeds` knows it. */
export type ReadNews = {
  /** Two addresses of one feed give one string. */
  readonly keyOf: (url: string) => string;
  /** The newest first where the feed dates them, else as it orders them. */
  readonly entriesOf: (feed: Feed, url: string, now: Date) => readonly NewsEntry[];
};
