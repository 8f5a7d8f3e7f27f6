import type { Digest } from './digest.ts';
import type { Feed } from './feed.ts';
import type { NewsItem, Polling, Subscription } from './following.ts';
import type { Schedule } from './schedule.ts';
import type { DigestRecord, KeptSchedule } from './schedules.ts';

/**
 * What a channel follows and when it wants its digest. What is changed here happens together with the reply to whoever asked, or
 * not at all; whoever may not is refused before.
 */
export type Desk = {
  readonly followed: () => Promise<readonly Subscription[]>;
  /**
   * Follows the feed at an address, or of the site there.
   * @throws Problem any of fetching, `NOT_A_FEED`.
   */
  readonly follow: (address: string) => Promise<Followed>;
  /** @throws Problem `BAD_USAGE`: `which` is no feed, or more than one, of this channel. */
  readonly unfollow: (which: string) => Promise<Subscription>;
  readonly pause: (which: string) => Promise<Subscription>;
  readonly resume: (which: string) => Promise<Subscription>;
  /** Null: everything. */
  readonly filter: (which: string, filter: string | null) => Promise<Subscription>;
  /** Follows all feeds that an OPML file at an address names. */
  readonly followAll: (address: string) => Promise<FollowedAll>;
  /** @throws Problem `BAD_SCHEDULE`. */
  readonly schedule: (
    when: string,
  ) => Promise<{ readonly schedule: Schedule; readonly nextAt: Date; readonly isNew: boolean }>;
  readonly schedules: () => Promise<readonly KeptSchedule[]>;
  /** Ends a schedule, by its number in the list or its words; null: all. Returns what ended. */
  readonly unschedule: (which: string | null) => Promise<readonly KeptSchedule[]>;
  /** The stories that the channel's feeds brought: since its last digest where one is due (`slot`), else of the last day. */
  readonly digest: (slot: Date | null) => Promise<ChannelDigest>;
  /** Of the channel's schedules, for times in words. */
  readonly timeZone: () => Promise<string>;
  /** Feeds as OPML. */
  readonly writeOpml: (all: readonly Subscription[]) => string;
  readonly lastDigest: () => Promise<DigestRecord | null>;
  /** What the channel's feeds brought lately about these words; the best first. */
  readonly find: (words: string) => Promise<readonly NewsItem[]>;
  /** @throws Problem `NOT_FOUND` where no feed of this workspace has it any more. */
  readonly item: (id: string) => Promise<NewsItem>;
};

/** `newest`: titles, as a check that it is the right one. `others`: further feeds that the site names, addresses. */
export type Followed = {
  readonly title: string;
  readonly url: string;
  readonly isNew: boolean;
  readonly newest: readonly string[];
  readonly others: readonly string[];
};

/** Titles, or addresses where a feed has none. What was added is read a moment later. */
export type FollowedAll = { readonly added: readonly string[]; readonly known: readonly string[] };

/**
 * `timeZone`: of the channel's schedules, for times in words. `lateFor`: when it was due, where that was a while ago. `under`: the post
 * that will hold it, so that its stories are briefed in its thread; null where one person alone sees it.
 */
export type ChannelDigest = {
  readonly digest: Digest;
  readonly feeds: readonly Subscription[];
  readonly timeZone: string;
  readonly lateFor: Date | null;
  readonly under: string | null;
};

/** A feed that was found at an address; `others`: further ones that the site names. */
export type FoundFeed = {
  readonly url: string;
  readonly feed: Feed;
  readonly others: readonly string[];
  readonly polling: Polling;
};

/** A feed as a list names it. */
export type ListedFeed = { readonly title: string | null; readonly url: string };
