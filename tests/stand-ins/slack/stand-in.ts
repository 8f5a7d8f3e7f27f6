/** What a test can do with the Slack that stands in for the real one. `create-slack.ts` makes it. */
export type SlackStandIn = {
  /** Ends in `/api/`, as SLACK_API_URL does. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string };
  /** The workspace of `botToken`. More come with `addTeam`. */
  readonly team: string;

  /** The bot's user id in a workspace; with Slack it is another one in each. */
  readonly botUserOf: (team: string) => string;

  readonly addTeam: (team: { readonly id: string; readonly enterprise?: string }) => void;
  readonly addChannel: (channel: Partial<StandInChannel> & { readonly id: string }) => void;
  /** The channel as it is now; its membership and state may be set. */
  readonly channel: (id: string) => StandInChannel | undefined;
  readonly addPerson: (person: { readonly id: string; readonly team?: string; readonly isAdmin?: boolean }) => void;
  /** A code that `oauth.v2.access` takes once, for this workspace, or for the whole organization. */
  readonly issueCode: (team: string, options?: { readonly isOrgWide?: boolean }) => string;
  /** Installs the app there at once, and gives the token. */
  readonly install: (team: string, options?: { readonly isOrgWide?: boolean }) => string;

  /** Where events, commands and interactions are sent, signed, while no Socket Mode client is connected. */
  requestUrl: string | null;
  /** Socket Mode clients that are connected now. */
  readonly sockets: () => number;
  /** Resolves when a Socket Mode client is connected. */
  readonly connected: () => Promise<void>;

  /** What people do. Each resolves with how the app acknowledged; a late or missing acknowledgement is `null` body and `isAcked: false`. */
  readonly slash: (command: string, text: string, from?: From) => Promise<Acknowledgement>;
  /** Says something; a mention of the bot leads to `app_mention` and `message`, as with Slack. Returns the message's ts too. */
  readonly say: (
    text: string,
    from?: From & { readonly threadTs?: string; readonly subtype?: string },
  ) => Promise<Acknowledgement & { readonly ts: string }>;
  /** Clicks the button with this visible label on a message (by ts) or in a view (by view id). */
  readonly press: (
    where: { readonly ts: string; readonly channel?: string } | { readonly view: string },
    label: string,
    from?: From,
  ) => Promise<Acknowledgement>;
  /** Chooses the option with this label in a select. */
  readonly choose: (
    where: { readonly ts: string; readonly channel?: string } | { readonly view: string },
    label: string,
    from?: From,
  ) => Promise<Acknowledgement>;
  /** The message shortcut with this callback id, on a message. */
  readonly shortcut: (callbackId: string, ts: string, from?: From) => Promise<Acknowledgement>;
  readonly openHome: (user: string, team?: string) => Promise<Acknowledgement>;
  /** Any other event: `app_uninstalled`, `tokens_revoked`, `channel_deleted`, `channel_left`, … */
  readonly event: (
    event: Readonly<Record<string, unknown>> & { readonly type: string },
    team?: string,
  ) => Promise<Acknowledgement>;
  /** Delivers the last event, command or interaction once more, as a retry: same event_id, retry attempt 1. */
  readonly redeliver: () => Promise<Acknowledgement>;
  /** Sends any envelope or body as it is, for what no other function makes. */
  readonly deliver: (
    kind: 'events_api' | 'slash_commands' | 'interactive',
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Acknowledgement>;

  /** What people see. */
  readonly messages: (channel?: string) => readonly StandInMessage[];
  /** Those sent to one person only: by chat.postEphemeral, a response_url, or in an acknowledgement. */
  readonly ephemerals: readonly StandInEphemeral[];
  /** Open modals, newest last. */
  readonly views: readonly StandInView[];
  /** The published home of a person, or undefined. */
  readonly homeOf: (user: string) => StandInView | undefined;

  /** Every request to the API: method, body, token, status, and when (performance.now()). */
  readonly requests: readonly {
    readonly method: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly token: string | null;
    readonly status: number;
    readonly at: number;
    readonly error: string | null;
  }[];
  /** Everything that was refused, with Slack's word and the places: also what was said to a response_url or in an acknowledgement. */
  readonly refusals: readonly { readonly code: string; readonly complaints: readonly string[] }[];
  /** How often a method was refused for haste. */
  readonly tooFast: () => number;

  /** The next call of a method goes wrong in this way; several queue up. */
  readonly fail: (method: string, fault: SlackFault) => void;
  /** From now on each call of these methods goes wrong with this chance, by a seeded generator; 0 ends it. */
  readonly failOften: (methods: readonly string[], chance: number, seed?: number) => void;
  /** Asks Socket Mode clients to leave, as Slack does when it refreshes a connection. */
  readonly refreshSockets: () => void;
  /** Cuts all Socket Mode connections without a word. */
  readonly dropSockets: () => void;
  readonly close: () => Promise<void>;
};

type From = { readonly user?: string; readonly channel?: string; readonly team?: string };

export type StandInChannel = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  /** Whether the bot is in it. */
  isMember: boolean;
  isArchived: boolean;
  readonly members: readonly string[];
  readonly creator: string;
  /** Whether only some may post here; the bot is not one of them. */
  isRestricted?: boolean;
};

export type Acknowledgement = {
  readonly isAcked: boolean;
  /** From sending to the acknowledgement, in ms. */
  readonly ms: number;
  /** HTTP status, or null over Socket Mode. */
  readonly status: number | null;
  /** The payload of the acknowledgement (a slash command's immediate answer), or null. */
  readonly body: unknown;
};

export type StandInMessage = {
  readonly ts: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  readonly metadata: unknown;
  readonly isByBot: boolean;
  readonly edits: number;
};
export type StandInEphemeral = {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  readonly how: 'postEphemeral' | 'response_url' | 'acknowledgement';
  readonly threadTs: string | null;
  /** Its buttons can be pressed by it; history does not know it. */
  readonly ts: string;
};
export type StandInView = {
  readonly id: string;
  readonly user: string;
  readonly view: Readonly<Record<string, unknown>>;
};

/** `drop-before`: the connection is cut and nothing was done; `drop-after`: it was done, and the answer never comes. */
export type SlackFault =
  | { readonly kind: 'status'; readonly status: number; readonly isDone?: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'drop-before' }
  | { readonly kind: 'drop-after' }
  | { readonly kind: 'stall' };
