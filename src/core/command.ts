import type { Answer } from './answer.ts';
import type { App } from './app.ts';
import type { Briefing } from './briefing.ts';
import type { Card } from './card.ts';
import type { Digest } from './digest.ts';
import type { Testimony } from './testimony.ts';

/**
 * What a command takes. A platform makes its own menu, option or argument of it; on a line, what is required stands by
 * its place, in this order, and the rest by its name.
 */
export type Param = {
  readonly name: string;
  readonly about: string;
  readonly required: boolean;
} & (
  | {
      readonly kind: 'article';
      /** In a channel the article of the thread, or the last one briefed there, stands in where none is given. */
      readonly isRecalled: boolean;
      /** In a channel words may stand in its place: what its feeds brought about them; or nothing, then the latest of all. */
      readonly orWords?: true;
    }
  /** `isPlaced`: stands by its place on a line though it may be left out. */
  | { readonly kind: 'text'; readonly isPlaced?: true }
  /** One of the feeds that the channel follows: its number, title or address. */
  | { readonly kind: 'feed' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Given or not. */
  | { readonly kind: 'flag' }
);

/** Values by parameter name; what was not given is absent. Numbers are inside their bounds, choices are among the offered. */
export type Arguments = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a reader sees, and the same as data for programs. */
export type Reply =
  | { readonly kind: 'briefing'; readonly card: Card; readonly data: Briefing }
  | { readonly kind: 'testimony'; readonly card: Card; readonly data: Testimony }
  | { readonly kind: 'answer'; readonly card: Card; readonly data: Answer }
  /** `why`: what it held and left out, for whoever asks later. `slot`: when it was due; null: somebody asked for it. */
  | {
      readonly kind: 'digest';
      readonly card: Card;
      readonly data: Digest;
      readonly why: Card;
      readonly slot: Date | null;
    }
  /** What a channel follows, or wants: nothing that a program would read. */
  | { readonly kind: 'desk'; readonly card: Card; readonly data: null };

/** One thing that a command does. */
export type Verb = {
  /** Null: the command has this one meaning and is written without a verb. */
  readonly name: string | null;
  readonly about: string;
  readonly params: readonly Param[];
  /** The words after the command's name and verb. */
  readonly examples: readonly string[];
  /** Who may do it: anyone, or those who may manage the channel. */
  readonly permission: 'anyone' | 'manager';
  /** Who sees the reply. A given flag `private` makes it the asker alone. */
  readonly audience: 'channel' | 'asker';
  readonly run: (args: Arguments, app: App) => Promise<Reply>;
};

/** Something a reader can ask of the bot, free of any platform. The first verb is meant where none is written. */
export type Command = {
  readonly name: string;
  readonly about: string;
  readonly verbs: readonly [Verb, ...Verb[]];
  /** The verb that is meant where nothing at all is written: outside a thread, and in one. Absent: the first. */
  readonly bare?: { readonly floor: string; readonly thread: string };
  /** The verb that takes words which begin with no verb. Absent: such words are a slip. */
  readonly wordsMean?: string;
};
