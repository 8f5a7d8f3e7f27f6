import type { Card } from './card.ts';
import type { Press } from './press.ts';

/** A Slack workspace, a Discord guild, or the one that the console is. */
export type Workspace = { readonly platform: string; readonly workspace: string };

export type Channel = Workspace & { readonly channel: string };

/** Where something is said. A thread bears the platform's id of the message that it hangs under. */
export type Place = Channel & { readonly thread: string | null };

/**
 * Who asks. `mayManage`: may change feeds and schedules here, by the platform's own rules; null: the platform is asked when it
 * matters (`ChatPlatform.mayManage`).
 */
export type Person = { readonly id: string; readonly name: string | null; readonly mayManage: boolean | null };

/**
 * Something that comes in from a platform. `id` is the platform's own for the event, the same when it delivers the event
 * again. `replyTo` is what the platform needs to answer it (an interaction's token); opaque, and dropped once it is answered.
 */
export type Arrival = { readonly id: string; readonly place: Place; readonly person: Person } & (
  | {
      readonly kind: 'command';
      readonly command: string;
      /** Words after the command, or typed options by name. */
      readonly input: string | Readonly<Record<string, string | number | boolean>>;
      /** The verb where the platform has subcommands; otherwise it stands in the words. */
      readonly verb: string | null;
      readonly replyTo: string | null;
    }
  | {
      readonly kind: 'message';
      readonly text: string;
      /** Whether the bot is spoken to by name. */
      readonly mentionsBot: boolean;
      /** Whether somebody else is spoken to by name. */
      readonly mentionsOthers: boolean;
    }
  | { readonly kind: 'press'; readonly press: Press }
  /** Opens the bot's own page, where the platform has one. `channels`: those of this person that the platform knows. */
  | { readonly kind: 'home'; readonly channels: readonly { readonly id: string; readonly name: string }[] }
);

/**
 * What the platform does with an arrival, told after everything that it led to is safely stored: nothing (`taken`: a post
 * comes by itself, for the asker alone where `isPrivate`; `ignored`: not for the bot), or shows a card to the asker alone, at
 * once.
 */
export type Receipt =
  | { readonly kind: 'taken'; readonly isPrivate: boolean }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'shown'; readonly card: Card };

/**
 * Takes what comes in. Resolves when it is stored: only then may the platform acknowledge. `acknowledged`: once it has; work that
 * would stand in its way begins after that, or a moment later.
 */
export type Receive = (arrival: Arrival, acknowledged?: Promise<unknown>) => Promise<Receipt>;

/** Somebody still types the value of a command's parameter. */
export type Typing = {
  readonly place: Channel;
  readonly command: string;
  readonly verb: string | null;
  readonly param: string;
  /** So far; may be empty. */
  readonly typed: string;
};

/** What could be meant: `value` is understood in the parameter's place, `name` is shown. */
export type Suggestion = { readonly name: string; readonly value: string };

/** Who a platform tells what it hears. */
export type Hears = {
  readonly receive: Receive;
  /** What could be meant, the likeliest first; of the channel's own things only. */
  readonly suggest: (typing: Typing) => Promise<readonly Suggestion[]>;
  /** The bot was removed from a workspace: all that is kept of it is to be erased. */
  readonly removed: (workspace: Workspace) => Promise<void>;
  /** A channel is gone, or the bot was taken out of it: nothing more is posted there. */
  readonly left: (channel: Channel) => Promise<void>;
};

/** One message that the bot wants to be seen somewhere. */
export type Post = {
  /** 22 characters, base64url: Discord's nonce, Slack's metadata; the same at every attempt. */
  readonly id: string;
  readonly place: Place;
  /** A person's id: shown to this person alone. Null: to all. */
  readonly audience: string | null;
  readonly replyTo: string | null;
  /** A thread for talk about it opens under it, by this name, where threads are opened by hand. */
  readonly topic: string | null;
  /** Nothing more comes of it: what it shows now, it goes on showing. */
  readonly isFinal: boolean;
  readonly card: Card;
};

/** How fast a platform may be spoken to. The outbox keeps to it, across all processes. */
export type Pace = {
  /** Between two new messages in one channel, in ms. */
  readonly postEveryMs: number;
  /** Between two edits of one message, in ms. */
  readonly editEveryMs: number;
  /** Requests a second, all channels together. */
  readonly perSecond: number;
  /** What waits when the platform says "too often" nevertheless. */
  readonly holds: 'workspace' | 'platform';
};

/** What a look-up of an earlier, unclear attempt says: it is there, it is not, or nobody can tell. */
type Sighting =
  | { readonly kind: 'there'; readonly message: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unclear' };

/**
 * A place where people chat. Everything that goes wrong in it is a Problem: `RATE_LIMITED` with its wait, `UNREACHABLE` to
 * be tried again, `CHANNEL_GONE`, `MAY_NOT_POST`, `REPLY_EXPIRED`, `POST_REFUSED` never to be tried again. It can post and edit before `start`
 * and after `stop`, too: only listening begins and ends.
 */
export type ChatPlatform = {
  readonly name: string;
  readonly pace: Pace;
  /** Whether what one person sees can be changed later. Where not, it is sent once it is final. */
  readonly editsPrivate: boolean;
  /** A card in parts that fit into one message each, cut between blocks. What it makes of a part again is that part. */
  readonly fit: (card: Card) => readonly Card[];
  /** Begins to listen; resolves when it does. */
  readonly start: (hears: Hears) => Promise<void>;
  /** Stops listening; what it received is finished first. */
  readonly stop: () => Promise<void>;
  /** Whether somebody may change a channel's feeds and schedules; absent where that is known of each who asks. */
  readonly mayManage?: (person: string, channel: Channel, signal: AbortSignal) => Promise<boolean>;
  /** Whether it hears what is said at this moment; absent where nothing has to be held open for that. */
  readonly isConnected?: () => boolean;
  /** Sends a new message. Returns the platform's id for it, under which it is edited and its thread hangs. */
  readonly post: (post: Post, signal: AbortSignal) => Promise<string>;
  /** Makes a message that was sent show `post.card`. Doing it twice does it once. */
  readonly edit: (post: Post, message: string, signal: AbortSignal) => Promise<void>;
  /** Whether an earlier attempt at this post, begun at `since`, arrived. */
  readonly find: (post: Post, since: Date, signal: AbortSignal) => Promise<Sighting>;
};
