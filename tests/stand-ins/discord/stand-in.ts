/** What a test can do with the Discord that stands in for the real one. `create-discord.ts` makes it. */
export type DiscordStandIn = {
  /** Ends in `/api`, as DISCORD_API_URL does; discord.js adds the version. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: { readonly id: string };
  /** A guild with the bot in it. More come with `addGuild`. */
  readonly guild: string;
  /** The text channel of that guild, and the person: what `from` means when it says nothing. */
  readonly channel: string;
  readonly person: string;

  readonly addGuild: (guild: { readonly id: string }) => void;
  readonly addChannel: (channel: Partial<StandInChannel> & { readonly id: string }) => void;
  readonly addPerson: (person: { readonly id: string; readonly permissions?: bigint }) => void;
  /** Whether the privileged MESSAGE_CONTENT intent is granted in the (imagined) developer portal. Off: IDENTIFY with it closes with 4014. */
  grantsMessageContent: boolean;
  /** Shards that GET /gateway/bot recommends. */
  shards: number;

  /** Gateway connections that are READY (or RESUMED) now, by shard. */
  readonly connections: () => number;
  readonly ready: () => Promise<void>;
  /** Asks to reconnect (op 7): the client resumes, and missed events are replayed. */
  readonly askToReconnect: () => void;
  /** Cuts all gateway connections without a word. */
  readonly dropConnections: () => void;
  /** Ends the session so that a resume fails (op 9, false). */
  readonly invalidateSession: () => void;
  /** Off: heartbeats go unanswered, and the client takes the connection for dead. */
  acksHeartbeats: boolean;
  /** On: the gateway hangs up on whoever wants to connect. */
  isAway: boolean;
  /** Counts of IDENTIFY and RESUME. */
  readonly handshakes: { readonly identify: number; readonly resume: number };

  /** What people do. Each resolves with how the app answered the interaction within 3 s, or `isAcked: false`. */
  readonly command: (name: string, options?: CommandOptions, from?: From) => Promise<Response>;
  readonly autocomplete: (name: string, options: CommandOptions, from?: From) => Promise<Response>;
  /** The message menu command of this name, on a message. */
  readonly messageMenu: (name: string, message: string, from?: From) => Promise<Response>;
  readonly say: (
    text: string,
    from?: From & { readonly mentions?: readonly string[]; readonly replyTo?: string },
  ) => Promise<{ readonly id: string }>;
  /** Clicks the button with this label on a message that the person can see. */
  readonly press: (message: string, label: string, from?: From) => Promise<Response>;
  readonly choose: (message: string, label: string, from?: From) => Promise<Response>;
  /** Any other dispatch: GUILD_DELETE, CHANNEL_DELETE, THREAD_DELETE, … with the state changed to match. */
  readonly dispatch: (type: string, data: Readonly<Record<string, unknown>>) => void;
  /**
   * Sends the last interaction once more with the same id and token (what a resume can do). Resolves with its one answer,
   * at once where there is one.
   */
  readonly redeliver: () => Promise<Response>;

  /** What people see: messages of a channel or thread, oldest first, ephemeral ones marked. */
  readonly messages: (channel: string) => readonly StandInMessage[];
  readonly threads: () => readonly {
    readonly id: string;
    readonly parent: string;
    readonly name: string;
    isArchived: boolean;
    isLocked: boolean;
  }[];
  /** What was registered with PUT /applications/{id}/commands. */
  readonly commands: () => readonly Readonly<Record<string, unknown>>[];

  /** `path` is decoded and begins after `/api/v10`; `status` is 0 where the connection was cut or nothing was sent. */
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly body: unknown;
    readonly status: number;
    readonly at: number;
    readonly code: number | null;
  }[];
  readonly tooFast: () => number;
  /** Answers of 401, 403 and 429; at 10,000 in ten minutes Discord locks the address out, we only count. */
  readonly invalidRequests: () => number;
  /** The next request whose "METHOD path" matches goes wrong in this way; several queue up. */
  readonly fail: (request: RegExp, fault: DiscordFault) => void;
  readonly failOften: (request: RegExp, chance: number, seed?: number) => void;
  /** Lets interaction tokens be older than they are, in ms (a token lives 15 minutes, an unanswered one 3 s). */
  readonly ageTokens: (ms: number) => void;
  /** As if minutes had gone by: Discord remembers a nonce for a few of them only. */
  readonly forgetNonces: () => void;
  readonly close: () => Promise<void>;
};

type From = {
  readonly user?: string;
  readonly channel?: string;
  readonly guild?: string | null /** Member permissions in the channel. */;
  readonly permissions?: bigint;
};
export type CommandOptions = { readonly subcommand?: string; readonly focused?: string } & {
  readonly [name: string]: string | number | boolean | undefined;
};

export type StandInChannel = {
  readonly id: string;
  readonly guild: string | null;
  readonly name: string;
  /** Discord's number: 0 text, 1 DM, 11 public thread, … */
  readonly type: number;
  /** What the bot may do in it: read anew at each request, so a test may change the object that it handed in. */
  botPermissions: bigint;
};

/** How an interaction was answered: the callback's type and data, or none within 3 s. */
export type Response = {
  readonly isAcked: boolean;
  readonly ms: number;
  /** 4 message, 5 deferred message, 6 deferred update, 7 update, 8 autocomplete; null where none came. */
  readonly type: number | null;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly id: string;
  readonly token: string;
};

export type StandInMessage = {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly content: string;
  readonly components: readonly Readonly<Record<string, unknown>>[];
  readonly flags: number;
  /** Null: everyone sees it. */
  readonly onlyFor: string | null;
  readonly nonce: string | null;
  /** The interaction that it answers, or null. */
  readonly interaction: string | null;
  readonly edits: number;
  /** Shows "is thinking…" still. */
  readonly isLoading: boolean;
  readonly embeds: readonly Readonly<Record<string, unknown>>[];
  /** Who was pinged: user ids, role ids as `&id`, `everyone`, `here`. Nobody by an edit, or by what only one person sees. */
  readonly pinged: readonly string[];
  /** The message that it is a reply to, or null. */
  readonly replyTo: string | null;
};

export type DiscordFault =
  | { readonly kind: 'status'; readonly status: number; readonly isDone?: boolean }
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  | { readonly kind: 'rate-limited'; readonly retryAfter: number; readonly isGlobal?: boolean }
  /** `isReset`: the connection is reset (discord.js tries again), not just closed (discord.js gives up). */
  | { readonly kind: 'drop-before'; readonly isReset?: boolean }
  | { readonly kind: 'drop-after'; readonly isReset?: boolean }
  | { readonly kind: 'stall' };
