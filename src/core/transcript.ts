import type { Card } from './card.ts';

/** One line of the console's channels: what a person wrote, or what the bot shows. */
export type TranscriptEntry = {
  /** Grows with time inside a transcript; also the id of the thread that hangs under it. */
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly author: 'person' | 'byline';
  /** A person's words; null for the bot. */
  readonly text: string | null;
  /** What the bot shows; null for a person. */
  readonly card: Card | null;
  /** Seen by the asker alone. */
  readonly isPrivate: boolean;
  readonly at: Date;
  /** How many entries hang under it. */
  readonly replies: number;
};

/** What the console is on: a chat's memory of its own, as Slack and Discord have theirs. Survives a restart. */
export type Transcript = {
  /** What a person wrote. The same `key` (the browser's id for the line) twice is one entry. */
  readonly write: (entry: {
    readonly key: string;
    readonly channel: string;
    readonly thread: string | null;
    readonly text: string;
  }) => Promise<TranscriptEntry>;
  /** Shows a post of the bot; the same post twice is one entry. Returns the entry's id. */
  readonly show: (post: {
    readonly post: string;
    readonly channel: string;
    readonly thread: string | null;
    readonly isPrivate: boolean;
    readonly card: Card;
  }) => Promise<string>;
  /** Changes what an entry shows. @throws Problem `CHANNEL_GONE` where there is no such entry. */
  readonly revise: (id: string, card: Card) => Promise<void>;
  /** The entry that shows this post, or null. */
  readonly find: (post: string) => Promise<string | null>;
  /** The newest entries of a channel (`thread` null: outside threads) or of one thread, oldest first. */
  readonly list: (place: {
    readonly channel: string;
    readonly thread: string | null;
    readonly limit: number;
  }) => Promise<readonly TranscriptEntry[]>;
  readonly entry: (id: string) => Promise<TranscriptEntry | null>;
  /** Calls back with every entry that is new or changed, whichever process changed it. Returns what ends it. */
  readonly watch: (listener: (entry: TranscriptEntry) => void) => () => void;
};
