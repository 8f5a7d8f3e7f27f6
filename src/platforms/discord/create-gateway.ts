import {
  Client,
  GatewayDispatchEvents as Event,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits as Intent,
  Options,
  type Role,
  Status,
} from 'discord.js';
import { Problem } from '#core/problem.ts';
import { badToken } from './get-application.ts';
import type { DiscordOptions } from './options.ts';

/** The connection by which Discord tells what happens. */
export type Gateway = {
  /** Resolves when all shards listen. @throws Problem `BAD_SETTINGS`, `UNREACHABLE`. */
  readonly connect: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
  /** Whether every shard listens at this moment. */
  readonly isConnected: () => boolean;
  /** Whether Discord hands over what is said in guilds without the bot's name; null while that is not known. */
  readonly readsContent: () => boolean | null;
  readonly botUser: () => string | null;
  /** The role that Discord gives the bot in a guild: it bears the bot's name, and people take it for the bot. */
  readonly botRoles: (guild: string) => readonly string[];
  /** A thread hangs under a channel, and what is said in it comes with the thread's id alone. */
  readonly placeOf: (channel: string) => Promise<{ readonly channel: string; readonly thread: string | null }>;
};

type Listeners = ReadonlyMap<Event, (data: unknown) => void>;
/** As discord.js has it in hand. */
type Packet = { t: Event | null; readonly d: unknown };

/** What discord.js needs to know of guilds and their channels. */
const FOR_CACHE: readonly (Event | null)[] = [
  ...[Event.Ready, Event.Resumed, Event.GuildCreate, Event.GuildUpdate, Event.GuildDelete],
  ...[Event.ChannelCreate, Event.ChannelUpdate, Event.ChannelDelete],
  ...[Event.ThreadCreate, Event.ThreadUpdate, Event.ThreadDelete, Event.ThreadListSync],
];

const INTENTS = [Intent.Guilds, Intent.GuildMessages, Intent.DirectMessages];
/** A Discord that is down, or a token that somebody is changing: asked ever more rarely. */
const WAITS_MS = [1_000, 5_000, 15_000, 60_000];
const NO_CONTENT = 'Discord does not grant MESSAGE_CONTENT: a question in a thread is heard if it names the bot';

/** discord.js's client, of which nothing is used but the connection and what it knows of channels. */
export function createGateway(
  { token, apiUrl, onTrouble, onNews }: Pick<DiscordOptions, 'token' | 'apiUrl' | 'onTrouble' | 'onNews'>,
  listeners: Listeners,
): Gateway {
  let current: Client | null = null;
  let readsContent: boolean | null = null;
  let isWanted = false;

  function createClient(withContent: boolean): Client {
    const client: Client = new Client({
      intents: withContent ? [...INTENTS, Intent.MessageContent] : INTENTS,
      ...(apiUrl === null ? {} : { rest: { api: apiUrl } }),
      makeCache: keepLittle(() => client.user?.id),
    });
    // Where discord.js's ShardingManager began this process, it has said which shards are ours.
    if (client.shard === null) client.options.shards = 'auto';
    // What a listener is given is typed `any` there; ours take what is unknown.
    client.on(Events.Raw, (packet: Packet) => {
      if (packet.t !== null) listeners.get(packet.t)?.(packet.d);
      // discord.js would make objects of all others, too, and where one is not as it expects, it ends the process.
      if (!FOR_CACHE.includes(packet.t)) packet.t = null;
    });
    const tell = (cause: Error) => {
      if (client === current) onTrouble('the connection to Discord', cause);
    };
    client.on(Events.Error, tell);
    client.on(Events.ShardError, tell);
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (client === current) lose(code);
    });
    return client;
  }

  async function login(withContent: boolean): Promise<void> {
    const client = createClient(withContent);
    const closed: number[] = [];
    client.on(Events.ShardDisconnect, ({ code }) => closed.push(code));
    try {
      await client.login(token);
    } catch (cause) {
      // A client that could not log in has destroyed itself.
      if (withContent && closed.includes(GatewayCloseCodes.DisallowedIntents)) {
        return loginWithoutContent();
      }
      const isRefused = closed.includes(GatewayCloseCodes.AuthenticationFailed) || codeOf(cause) === 'TokenInvalid';
      if (isRefused) throw badToken();
      const fact = cause instanceof Error ? cause.message : 'something unknown';
      throw new Problem('UNREACHABLE', `the connection to Discord: ${fact}`);
    }
    readsContent = withContent;
    // Stopped while it was still logging in.
    if (isWanted) current = client;
    else await client.destroy();
  }

  function loginWithoutContent(): Promise<void> {
    readsContent = false;
    onNews(NO_CONTENT);
    return login(false);
  }

  /** Discord hangs up for good: somebody took a right away, or made a new token. */
  function lose(code: number): void {
    const client = current;
    current = null;
    const again = async () => {
      await client?.destroy();
      onTrouble('Discord has closed the connection', new Error(`closed with ${code}`));
      let withContent = code !== GatewayCloseCodes.DisallowedIntents;
      if (!withContent) {
        readsContent = false;
        onNews(NO_CONTENT);
      }
      for (let attempt = 0; isWanted && current === null; attempt++) {
        try {
          await login(withContent);
        } catch (cause) {
          onTrouble('Discord could not be connected anew; it is tried again', cause);
          if (readsContent === false) withContent = false;
          await new Promise((done) => setTimeout(done, WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)]).unref());
        }
      }
    };
    again().catch((cause: unknown) => onTrouble('Discord has closed the connection for good', cause));
  }

  return {
    connect() {
      isWanted = true;
      return login(true);
    },
    async disconnect() {
      isWanted = false;
      const client = current;
      current = null;
      await client?.destroy();
    },
    isConnected() {
      const shards = current?.ws.shards;
      return shards !== undefined && shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
    },
    readsContent: () => readsContent,
    botUser: () => current?.user?.id ?? null,
    botRoles(guild) {
      const roles = current?.guilds.cache.get(guild)?.roles.cache ?? new Map<string, Role>();
      return [...roles.values()].filter(({ tags }) => tags?.botId === current?.user?.id).map(({ id }) => id);
    },
    async placeOf(channel) {
      try {
        const known = current?.channels.cache.get(channel) ?? (await current?.channels.fetch(channel));
        if (known?.isThread() && known.parentId !== null) return { channel: known.parentId, thread: channel };
      } catch (cause) {
        onTrouble('a channel could not be looked up', new Error(cause instanceof Error ? cause.message : ''));
      }
      return { channel, thread: null };
    },
  };
}

/** Messages and people are not kept: what they are needed for stands in the event. */
function keepLittle(self: () => string | undefined) {
  const isSelf = { maxSize: 0, keepOverLimit: ({ id }: { readonly id: string }) => id === self() };
  return Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    ...{ MessageManager: 0, DMMessageManager: 0, GuildMessageManager: 0, ReactionManager: 0, PresenceManager: 0 },
    ...{ VoiceStateManager: 0, ThreadMemberManager: 0, GuildEmojiManager: 0, GuildStickerManager: 0 },
    ...{ GuildMemberManager: isSelf, UserManager: isSelf },
  });
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : null;
}
