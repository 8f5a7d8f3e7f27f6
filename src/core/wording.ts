import type { Step } from './app.ts';
import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';
import type { Block, Card } from './card.ts';
import type { Command } from './command.ts';
import type { Correction } from './corrections.ts';
import type { FeedHealth, KnownFeed } from './following.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { Schedule } from './schedule.ts';
import type { KeptSchedule } from './schedules.ts';
import type { Testimony } from './testimony.ts';

/**
 * A channel on the bot's own page; `headline` of what was last briefed in it, or null; how many feeds it follows, and when its
 * next digest comes.
 */
export type HomeChannel = {
  readonly name: string;
  readonly headline: string | null;
  readonly feeds: number;
  readonly next: KeptSchedule | null;
};

/** The words that the walk needs; `render` writes them. */
export type Wording = {
  readonly progress: (step: Step) => Card;
  readonly problem: (problem: Problem) => Card;
  /** Something that nobody foresaw: in words, with the id under which the log has it. */
  readonly unexpected: (id: string) => Card;
  readonly help: (commands: readonly Command[], command: Command | null) => Card;
  /** The buttons under a briefing. `page`: the address of its passages page, where there is one. */
  readonly briefingButtons: (briefing: Briefing, slug: string, page: string | null) => Block;
  readonly passages: (briefing: Briefing) => Card;
  readonly sources: (
    article: Article,
    testimony: Testimony,
    kept: { readonly briefing: string; readonly only: string | null } | null,
  ) => Card;
  /** The bot's own page: what it does, and what was last briefed in these channels. */
  readonly home: (commands: readonly Command[], channels: readonly HomeChannel[]) => Card;
  /** Told to a channel once: a feed that it follows fails; and when it was told, that the feed is back. */
  readonly feedSick: (feed: KnownFeed, problem: NonNullable<FeedHealth['problem']>, isGone: boolean) => Card;
  readonly feedWell: (feed: KnownFeed, since: Date) => Card;
  /** Told in a briefing's thread: its article was changed; `isAgain`: not for the first time. */
  readonly corrected: (briefing: Briefing, corrections: readonly Correction[], isAgain: boolean) => Card;
  /** Told to whoever asks for a story that somebody asked for before. */
  readonly briefedAlready: () => Card;
  /** Told in the channel when a digest's time was slept through. */
  readonly missed: (schedule: Schedule, slot: Date, next: Date) => Card;
  /** Told to whoever asked where the bot may not answer in the open, or could not. */
  readonly undelivered: (code: ProblemCode) => Card;
};
