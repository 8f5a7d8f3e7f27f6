import type { Article, Span } from './article.ts';
import type { Briefing, EngineLabel, KeyPoint, Usage } from './briefing.ts';
import type { NewsItem } from './following.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { Attribution, Testimony } from './testimony.ts';

/** An entry of a feed as a digest takes it; a kept `NewsItem` is one. At a command line `feed` is where the feed lies. */
export type NewsEntry = Omit<NewsItem, 'newAt'> & {
  /** HTML as the feed gave it. Where it holds the whole article, nothing is fetched. */
  readonly content?: string | null;
  /** As the feed names them: often an agency. */
  readonly authors?: readonly string[];
};

/** What several entries tell; never empty. */
export type Story = { readonly items: readonly NewsEntry[] };

/** One outlet's telling of a story, read. */
export type Account = { readonly entry: NewsEntry; readonly article: Article; readonly testimony: Testimony };

/** A telling that may not have been read: what is known of it then is the entry. */
export type Telling = { readonly entry: NewsEntry; readonly account: Account | null };

/**
 * How many of a story's tellings are independent, as far as one can tell; where some were read, only those count, and `uncompared`
 * are the others that nothing joins to them. `agency`: where several outlets carry one agency's or one outlet's report, whose
 * it is. `groups`: for each telling, in their order, which origin it comes from; equal numbers are one origin.
 */
export type Origins = {
  readonly count: number;
  readonly uncompared: number;
  readonly agency: string | null;
  readonly groups: readonly number[];
};

/** A story with what its rank is made of. */
export type Candidate<T> = {
  readonly story: T;
  readonly title: string;
  readonly summary: string | null;
  readonly outlets: readonly string[];
  readonly origins: number;
  readonly publishedAt: Date | null;
};

/** `isChosen`: among those that are shown. `why`: the parts of its rank in words. Best first. */
export type Ranked<T> = { readonly story: T; readonly isChosen: boolean; readonly why: readonly string[] };

export type RankWish = {
  readonly since: Date;
  readonly until: Date;
  /** Words that this channel follows above others. */
  readonly topics: readonly string[];
  readonly most: number;
};

/** One account's side of a difference: its own words, cut from the article. */
type DifferingSide = {
  readonly outlet: string;
  readonly url: string | null;
  readonly text: string;
  readonly credit: string | null;
  /** When this account was published: ISO 8601, or null. */
  readonly at: string | null;
};

/**
 * Where accounts of a story cannot both be right (`differ`), or where a later one has a newer number (`update`, the oldest first).
 */
export type Difference = {
  readonly kind: 'differ' | 'update';
  /** A word or two of the articles' own: "dead", "cost". */
  readonly about: string;
  readonly sides: readonly DifferingSide[];
};

/** A difference as it is found: each side a passage of its article, and the statements that it reports. */
export type FoundDifference = Pick<Difference, 'kind' | 'about'> & {
  readonly sides: readonly {
    readonly account: Account;
    readonly span: Span;
    readonly attributions: readonly Attribution['id'][];
  }[];
};

/** A story as a digest tells it. What is said of the item is said of its fullest account. */
export type DigestEntry = {
  /** `NewsEntry.id`. */
  readonly id: string;
  /** The feed's own words. */
  readonly title: string;
  readonly url: string | null;
  readonly outlet: string;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  /**
   * A line or two: cut from the article, or written by a model, and checked as every point of a briefing is; or from the feed's
   * summary. Null: only the title is known.
   */
  readonly text: string | null;
  readonly from: 'article' | 'feed' | null;
  /** Set where a model wrote it. */
  readonly by?: 'model';
  /** Only a part of the article could be read. */
  readonly isPartial: boolean;
  /** The passages of the article or the feed under the text. */
  readonly passages: readonly string[];
  /** Who says it; null where the article says it in its own voice. */
  readonly credit: string | null;
  /** Other outlets that carry the story, each once. */
  readonly also: readonly { readonly outlet: string; readonly url: string | null; readonly title: string }[];
  /** Independent ones among those that were read; where none was, among all, by what the feeds say. */
  readonly origins: number;
  /** Outlets that were not read, so that nobody knows whether theirs is another origin. */
  readonly uncompared: number;
  /** Whose report several outlets carry; null where each has its own. */
  readonly agency: string | null;
  readonly differ: readonly Difference[];
  readonly why: readonly string[];
};

/** A story that is not shown, and why: ranked lower, filtered. */
export type LeftOut = {
  readonly title: string;
  readonly url: string | null;
  readonly outlet: string;
  readonly why: string;
};

/** An account that could not be read, and why. */
export type Unread = {
  readonly title: string;
  readonly url: string | null;
  readonly outlet: string;
  readonly code: ProblemCode;
  readonly words: string;
};

/** What a channel's feeds reported between two moments (ISO 8601), the most important story first. */
export type Digest = {
  readonly since: string;
  readonly until: string;
  readonly entries: readonly DigestEntry[];
  readonly left: readonly LeftOut[];
  readonly unread: readonly Unread[];
  readonly counts: { readonly feeds: number; readonly items: number; readonly stories: number };
  /** Who wrote the lines of articles: the model where it wrote any; `fallback`: why it did not write the others. Absent: there are none. */
  readonly engine?: EngineLabel;
  /** What a model took for it; absent where none was asked, or another digest paid. */
  readonly usage?: Usage;
};

/** More stories than this are no page to read in the morning, and fit on no screen. */
export const MOST_ENTRIES = 8;

/** What a channel wants of a digest. */
export type DigestWish = {
  readonly since: Date;
  readonly until: Date;
  /** How many feeds were looked at, also those without news. */
  readonly feeds: number;
  readonly topics?: readonly string[];
  /** Filters of the channel's feeds (`Subscription.filter`): what they ask for is a topic, too. */
  readonly filters?: readonly (string | null)[];
  readonly most?: number;
};

/** The rooms that a digest walks through. */
export type DigestSteps = {
  readonly group: (items: readonly NewsEntry[]) => readonly Story[];
  readonly rank: <T>(candidates: readonly Candidate<T>[], wish: RankWish) => readonly Ranked<T>[];
  readonly countOrigins: (tellings: readonly Telling[]) => Origins;
  /** The account to brief; there is at least one. Null only of none. */
  readonly chooseFullest: (accounts: readonly Account[]) => Account | null;
  /** Accounts with their origins (`Origins.groups`): those of one origin are never compared. */
  readonly compare: (
    accounts: readonly { readonly account: Account; readonly origin: number }[],
  ) => readonly FoundDifference[];
  /** An address that no person asked for: robots.txt is obeyed. @throws Problem */
  readonly read: (url: string, signal: AbortSignal) => Promise<Article>;
  /** The article that a feed carries itself. @throws Problem where it holds none. */
  readonly readContent: (entry: NewsEntry) => Promise<Article>;
  readonly testimony: (article: Article, signal: AbortSignal) => Promise<Testimony>;
  /** `within` aborts when the time of a model is over: what it has not written by then is cut from the article. */
  readonly brief: (article: Article, signal: AbortSignal, within: AbortSignal) => Promise<Briefing>;
  /** The site that an address belongs to; null where that cannot be told. */
  readonly siteOf: (url: string | null) => string | null;
  /** Who published an article that an entry leads to. */
  readonly nameOutlet: (entry: NewsEntry, article: Article) => string;
  /** The point of a briefing that stands under a title. */
  readonly choosePoint: (briefing: Briefing, title: string) => KeyPoint | null;
  /** The opening of a feed's summary in whole sentences; null where it says no more than the title. */
  readonly openingOf: (summary: string, title: string) => string | null;
  /** The line of credit of statements. */
  readonly credit: (attributions: readonly string[], testimony: Testimony, article: Article) => string | null;
  readonly words: (problem: Problem) => string;
  /** Is told what nobody foresaw about one article; the digest goes on without it. */
  readonly onFault?: (error: unknown) => void;
};
