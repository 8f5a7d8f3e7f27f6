import type { ChatPlatform, Place } from '#core/chat.ts';

/** A message as a person sees it. */
export type Seen = {
  readonly id: string;
  /** The visible words, no markup. */
  readonly text: string;
  /** Labels of what can be pressed or opened. */
  readonly buttons: readonly string[];
  readonly thread: string | null;
  readonly isPrivate: boolean;
  /** Whatever became more than text: elements, links and mentions that the platform made of it, by what they lead to. */
  readonly links: readonly string[];
};

/** What a person sees at once after doing something: words, or null where nothing is shown yet. */
export type Feedback = { readonly isTaken: boolean; readonly text: string | null };

/** Hands and eyes of a person in front of a platform, and somebody who can break what is behind it. */
export type Harness = {
  readonly platform: ChatPlatform;
  /** A channel in which the bot may post. */
  readonly place: Place;
  /** A channel that is no longer there. */
  readonly gone: Place;
  readonly command: (words: string) => Promise<Feedback>;
  readonly say: (text: string, thread: string) => Promise<Feedback>;
  /** Presses what a message shows, by its label. */
  readonly press: (message: string, label: string) => Promise<Feedback>;
  readonly seen: (thread: string | null) => Promise<readonly Seen[]>;
  readonly close: () => Promise<void>;
} & { readonly [A in Ability]: Abilities[A] | null };

/** What not every platform can do; null, and named in `lacks`, where it cannot. */
type Abilities = {
  /** The platform delivers one event twice. */
  readonly deliverTwice: (words: string) => Promise<void>;
  /** Says something that names the bot. */
  readonly mention: (text: string, thread: string | null) => Promise<Feedback>;
  /** Takes the bot out of the workspace. */
  readonly remove: () => Promise<void>;
  /** A channel in which the bot may not post. */
  readonly forbidden: Place;
  /** The next request to the platform is never answered. */
  readonly stall: () => void;
  /** The id of the person for whom a private post is. */
  readonly asker: string;
  /** A post of this platform can be looked for. */
  readonly canFind: true;
};
export type Ability = keyof Abilities;
