import type { Briefing } from './briefing.ts';
import type { Card } from './card.ts';
import type { Channel, Person, Place, Post, Workspace } from './chat.ts';
import type { Arguments } from './command.ts';
import type { WatchShelf } from './corrections.ts';
import type { FeedShelf } from './following.ts';
import type { DigestShelf, ScheduleShelf } from './schedules.ts';

/** What the bot remembers. Everything done through the shelves of one `transact` happens, or none of it does. */
export type Memory = {
  readonly transact: <T>(work: (shelves: Shelves) => Promise<T>) => Promise<T>;
  /** Reads without a transaction, each statement by itself: for a look that mostly finds nothing to do. */
  readonly look: <T>(work: (shelves: Shelves) => Promise<T>) => Promise<T>;
};

export type Shelves = {
  readonly posts: PostShelf;
  readonly jobs: JobShelf;
  readonly briefings: BriefingShelf;
  readonly threads: ThreadShelf;
  readonly channels: ChannelShelf;
  readonly feeds: FeedShelf;
  readonly usage: UsageShelf;
  readonly audit: AuditShelf;
  readonly schedules: ScheduleShelf;
  readonly digests: DigestShelf;
  readonly watches: WatchShelf;
};

/** The outbox: what should be seen where. The sender makes the platforms show it. */
export type PostShelf = {
  /**
   * Plans a message. The same `key` (the arrival's id, a digest's slot) twice is one post: `isNew` is false the second
   * time, and nothing changes.
   */
  readonly plan: (post: PlannedPost) => Promise<{ readonly id: string; readonly isNew: boolean }>;
  /**
   * Changes what a planned or sent message shows. After a final card, what is not final no longer changes it. `topic`: see
   * `Post`.
   */
  readonly revise: (
    id: string,
    card: Card,
    options: { readonly isFinal: boolean; readonly topic?: string | null },
  ) => Promise<void>;
  /** The post that the platform shows as this message, or null. */
  readonly at: (place: Channel, message: string) => Promise<{ readonly id: string } | null>;
  /** Where a post is, or null where there is none. */
  readonly placeOf: (id: string) => Promise<Place | null>;
};

type PlannedPost = Pick<Post, 'place' | 'audience' | 'replyTo' | 'card'> & {
  readonly key: string;
  /** Who is told, and told alone, where the bot may not post. */
  readonly asker?: string | null;
  /** Another post: this one follows it into its thread, or where it is for one person, behind it. */
  readonly under?: string | null;
  readonly isFinal?: boolean;
  /** Nobody waits for it: shown only once it is final, and after what somebody waits for. */
  readonly isQuiet?: boolean;
};

/** Work that survives a restart. Jobs of one lane run one after another, in the order in which they were sent. */
export type JobShelf = {
  readonly send: (job: Job) => Promise<void>;
  /** Sets a job aside that failed for good, for the operator to see (`byline doctor`). */
  readonly bury: (job: Job, reason: string) => Promise<void>;
};

/** A command to be run for somebody somewhere; its post exists already and waits for the result. */
export type Job = {
  /** The arrival's id: in the log and the metrics. */
  readonly id: string;
  readonly lane: string;
  readonly post: string;
  readonly place: Place;
  readonly person: Person;
  readonly audience: string | null;
  readonly command: string;
  readonly verb: string | null;
  readonly args: Arguments;
  /** The post in whose thread the result comes, where that is another's. */
  readonly under?: string | null;
  /** Where it waits; absent: with what people ask for. No queue waits for another. */
  readonly queue?: QueueName;
};
/** What people ask for, and what comes by a schedule. */
export type QueueName = 'requests' | 'digests';

/** A briefing as it is kept. `slug` is random and 22 characters long: who knows it may see the passages page. */
export type KeptBriefing = {
  readonly slug: string;
  readonly briefing: Briefing;
  readonly workspace: Workspace;
  /** False when the article's text was dropped: `briefing.article.text` holds the quoted passages, blanks between. */
  readonly isWhole: boolean;
  readonly at: Date;
};

export type BriefingShelf = {
  /** Keeps a briefing and its article; returns its slug. */
  readonly keep: (briefing: Briefing, place: Place) => Promise<string>;
  readonly get: (slug: string) => Promise<KeptBriefing | null>;
};

/** One question and its answer in a thread. */
type Turn = { readonly person: string; readonly question: string; readonly answer: string; readonly at: Date };

/** A thread is the post that it hangs under. */
export type ThreadShelf = {
  /** Says which briefing a post's thread is about. */
  readonly open: (post: string, briefing: string, place: Place) => Promise<void>;
  /** The slug of the briefing that this post's thread is about, or null. */
  readonly briefingOf: (post: string) => Promise<string | null>;
  /** The slug of the last briefing that was posted, for all to see, in a thread; of a thread that people opened, for example. */
  readonly lastBriefingIn: (place: Place) => Promise<string | null>;
  readonly addTurn: (post: string, turn: Omit<Turn, 'at'>) => Promise<void>;
  /** Oldest first. */
  readonly turns: (post: string) => Promise<readonly Turn[]>;
};

export type ChannelShelf = {
  /** Notes that something was asked here, so that the channel is known. */
  readonly visit: (place: Channel) => Promise<void>;
  readonly setLastBriefing: (place: Channel, slug: string) => Promise<void>;
  readonly lastBriefing: (place: Channel) => Promise<string | null>;
  /** The ids of a workspace's channels in which something was asked, the newest first. */
  readonly known: (workspace: Workspace) => Promise<readonly string[]>;
  /** The bot can no longer post there: what waits for it is given up, and the channel forgotten. */
  readonly leave: (channel: Channel) => Promise<void>;
};

/** Counts by UTC day, workspace and channel. */
export type UsageShelf = {
  readonly add: (place: Place, what: UsageKind, amount: number) => Promise<void>;
  readonly today: (place: Channel) => Promise<Readonly<Partial<Record<UsageKind, number>>>>;
  /** Of all channels of a workspace together. */
  readonly todayInAll: (workspace: Workspace) => Promise<Readonly<Partial<Record<UsageKind, number>>>>;
};
export type UsageKind = 'briefings' | 'answers' | 'points' | 'withheld' | 'tokens-in' | 'tokens-out';

export type AuditShelf = {
  readonly add: (entry: {
    readonly place: Place;
    readonly person: string;
    readonly action: string;
    readonly detail: string;
  }) => Promise<void>;
  /** The newest first. */
  readonly list: (workspace: Workspace, limit: number) => Promise<readonly AuditEntry[]>;
};
type AuditEntry = {
  readonly channel: string;
  readonly person: string;
  readonly action: string;
  readonly detail: string;
  readonly at: Date;
};

/** A command that was understood and is to be done, before its post and its job are planned. */
export type Taken = Omit<Job, 'lane' | 'post'> & { readonly replyTo: string | null };

/** Where commands are put so that they can be acknowledged: safe when `put` resolves, however many come at once. */
export type Inbox = {
  /** The same `id` of one workspace twice is one. `acknowledged`: see `Receive`. */
  readonly put: (taken: Taken, acknowledged?: Promise<unknown>) => Promise<void>;
};

/** A job in somebody's hands. */
export type Claim = {
  readonly job: Job;
  /** Whether a failure now is final: no further attempt follows. */
  readonly isLast: boolean;
  /** Aborts when the process stops or the claim is lost. */
  readonly signal: AbortSignal;
  /**
   * The job's effect and its completion in one transaction. Where another attempt has taken the job over meanwhile,
   * nothing of it happens, and that is no error of the caller's.
   */
  readonly finish: (work: (shelves: Shelves) => Promise<void>) => Promise<void>;
};

/** Runs jobs. A handler that throws, or that ends without `finish`, gets the job again later, with growing waits. */
export type WorkQueue = {
  readonly work: (handler: (claim: Claim) => Promise<void>) => Promise<void>;
};

/** Tokens of one workspace, sealed at rest. */
export type Installation = Workspace & {
  /** Slack's Enterprise Grid id, or null. */
  readonly enterprise: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  /** What the platform told at the installation (bot's user id, scopes); nothing secret. */
  readonly facts: Readonly<Record<string, string>>;
};

export type InstallationShelf = {
  /** @throws Problem `NO_KEYS` where SECRET_KEYS is not set. */
  readonly save: (installation: Installation) => Promise<void>;
  /** @throws Problem `NO_KEYS`, `BAD_SEAL`. */
  readonly get: (workspace: Workspace) => Promise<Installation | null>;
  readonly list: () => Promise<readonly Workspace[]>;
};
