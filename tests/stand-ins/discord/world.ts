import { refusal } from './discord-error.ts';
import type { Json } from './json.ts';
import { isAllowed, PERMISSIONS } from './permissions.ts';
import { createSnowflakes } from './snowflake.ts';

/** Everything that the stand-in remembers. The routes and the people change it; nothing else does. */
export type World = {
  readonly token: string;
  readonly bot: string;
  readonly nextId: () => string;
  grantsMessageContent: boolean;
  /** Nonces of messages up to this one are forgotten. */
  forgottenUpTo: string;
  shards: number;
  readonly guilds: Map<string, { readonly id: string; readonly name: string }>;
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, { readonly id: string; readonly permissions: bigint | null }>;
  readonly messages: Map<string, Message>;
  /** Registered commands by guild; null is everywhere. */
  readonly commands: Map<string | null, readonly Json[]>;
  /** Sends an event to the shard that it concerns; where a session may not read content, the event differs. */
  emit: (event: GatewayEvent) => void;
};

export type GatewayEvent = {
  readonly type: string;
  readonly guild: string | null;
  /** Intent bits of which the session needs one; 0 is for everybody. */
  readonly intents: number;
  readonly data: (readsContent: boolean) => Json;
};

export type Channel = {
  readonly id: string;
  readonly guild: string | null;
  readonly type: number;
  readonly parent: string | null;
  /** The other person of a DM. */
  readonly recipient: string | null;
  /** Asked anew each time: a test takes permissions away while the bot runs. */
  permissions: () => bigint;
  name: string;
  readonly thread: Thread | null;
};

type Thread = {
  readonly owner: string;
  readonly createdAt: number;
  isArchived: boolean;
  isLocked: boolean;
  archiveMinutes: number;
  changedAt: number;
};

export type Message = {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** Discord's number: 0 plain, 18 thread created, 19 reply, 20 answer to a command, 23 answer to a menu. */
  readonly type: number;
  readonly at: number;
  readonly nonce: string | number | null;
  readonly onlyFor: string | null;
  readonly interaction: string | null;
  /** `interaction_metadata`, and with it the webhook that made the message. */
  readonly metadata: Json | null;
  readonly reference: Json | null;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  flags: number;
  mentions: readonly string[];
  mentionsEveryone: boolean;
  pinged: readonly string[];
  edits: number;
  editedAt: number | null;
};

export const FLAGS = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  componentsV2: 1 << 15,
} as const;
export const INTENTS = { guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 } as const;
export const CHANNEL_TYPES = {
  text: 0,
  dm: 1,
  group: 3,
  news: 5,
  newsThread: 10,
  thread: 11,
  privateThread: 12,
} as const;

export function createWorld(facts: { readonly token: string; readonly bot: string }): World {
  return {
    ...facts,
    nextId: createSnowflakes(),
    grantsMessageContent: true,
    forgottenUpTo: '0',
    shards: 1,
    guilds: new Map(),
    channels: new Map(),
    people: new Map(),
    messages: new Map(),
    commands: new Map(),
    emit() {},
  };
}

/** The channel, if the bot may see it. @throws DiscordError 10003 or 50001 */
export function seenChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw refusal(10003);
  if (!isVisible(world, channel)) throw refusal(50001);
  return channel;
}

/** Whether the bot is in the place at all and may look into it. */
export function isVisible(world: World, channel: Channel): boolean {
  return isWithBot(world, channel) && isAllowed(channel.permissions(), PERMISSIONS.viewChannel);
}

/** An app that a person installed for themselves answers in places that its bot is not in. */
export function isWithBot(world: World, { guild, recipient }: Channel): boolean {
  return guild === null ? recipient !== null : world.guilds.has(guild);
}

/** A message of the channel that everyone there sees. @throws DiscordError 10008 */
export function seenMessage(world: World, channel: Channel, id: string): Message {
  const message = world.messages.get(id);
  if (message === undefined || message.channel !== channel.id || message.onlyFor !== null) throw refusal(10008);
  return message;
}

export function demand(channel: Channel, ...wanted: readonly bigint[]): void {
  if (!isAllowed(channel.permissions(), ...wanted)) throw refusal(50013);
}

export function messagesOf(world: World, channel: string): readonly Message[] {
  return [...world.messages.values()].filter((message) => message.channel === channel);
}

/** A message that someone wrote or that Discord made; what is not said is empty. */
export function plainMessage(world: World, facts: Pick<Message, 'channel' | 'author'> & Partial<Message>): Message {
  return {
    id: world.nextId(),
    type: 0,
    at: Date.now(),
    nonce: null,
    onlyFor: null,
    interaction: null,
    metadata: null,
    reference: null,
    content: '',
    embeds: [],
    components: [],
    flags: 0,
    mentions: [],
    mentionsEveryone: false,
    pinged: [],
    edits: 0,
    editedAt: null,
    ...facts,
  };
}
