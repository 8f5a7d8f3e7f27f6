import type { Answer } from './answer.ts';
import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';
import type { Desk, FoundFeed, ListedFeed } from './desk.ts';
import type { Digest, DigestWish, NewsEntry } from './digest.ts';
import type { Testimony } from './testimony.ts';

/** How a reader wants a briefing; null means as the bot thinks best. */
export type BriefWish = {
  readonly engine: 'extractive' | 'model' | null;
  /** How many key points, 1 to 10. */
  readonly points: number | null;
  readonly style: string | null;
  /** A BCP 47 tag, to be translated into; absent or null: the article's own language. */
  readonly language?: string | null;
  /** Set where it is a story of a digest: a model writes the line or two under its title. */
  readonly purpose?: 'digest';
};

/**
 * Whether a model may be asked now: null where it may, else why not, in a few words. Budgets are the caller's. `texts`: how many it is
 * to write at most; absent: one.
 */
export type MayUseModel = (texts?: number) => string | null | Promise<string | null>;

/** Where a walk is, for the reader who waits. */
export type Step = 'waiting' | 'reading' | 'briefing' | 'checking' | 'answering';

/** The heavy part of a walk: everything between an address and what a reader sees. */
type Walk = {
  /** `input`: an address, or on the command line a file or `-`. */
  readonly read: (input: string) => Promise<Article>;
  readonly brief: (article: Article, wish: BriefWish) => Promise<Briefing>;
  readonly testimony: (article: Article) => Promise<Testimony>;
  readonly answer: (question: string, article: Article, wish: Pick<BriefWish, 'engine'>) => Promise<Answer>;
};

/** The heavy part of what a channel's feeds need; ends with the signal. */
export type NewsWalk = {
  /** The feed at an address, or of the site there. @throws Problem any of fetching, `NOT_A_FEED`. */
  readonly findFeed: (address: string) => Promise<FoundFeed>;
  /** The feeds that an OPML file names. @throws Problem any of fetching, `NOT_A_FEED`, `TOO_LARGE`. */
  readonly readOpml: (address: string) => Promise<readonly ListedFeed[]>;
  readonly digest: (items: readonly NewsEntry[], wish: DigestWish) => Promise<Digest>;
};

/** What a command may ask of the bot. `flow` and `main.ts` answer; commands never see how. */
export type App = Walk & {
  /**
   * The article that this place is about: of the thread's briefing, or of the last one in the channel.
   * @throws Problem `NO_BRIEFING` where there is none, `FORGOTTEN` where its text was dropped, `BAD_USAGE` at a command line.
   */
  readonly recall: () => Promise<Article>;
  /** What this channel follows; null at a command line, which is no channel. */
  readonly desk: Desk | null;
};

/** Makes a walk whose steps are told as they begin, and which ends with the signal. Without `mayUseModel` a model may be asked. */
export type StartWalk = (onStep: (step: Step) => void, signal: AbortSignal, mayUseModel?: MayUseModel) => Walk;

export type StartNewsWalk = (onStep: (step: Step) => void, signal: AbortSignal, mayUseModel?: MayUseModel) => NewsWalk;
