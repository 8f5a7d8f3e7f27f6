import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applicationRoutes } from './application-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { createDispatch } from './dispatch.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { messageRoutes } from './message-routes.ts';
import { channelJson, guildCreateJson } from './payloads.ts';
import { createPeople } from './people.ts';
import { USUAL_PERMISSIONS } from './permissions.ts';
import { createRateLimits } from './rate-limits.ts';
import { createRest } from './rest.ts';
import type { DiscordStandIn, StandInChannel, StandInMessage } from './stand-in.ts';
import { setArchived, tellOfThread, threadRoutes } from './thread-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';
import {
  CHANNEL_TYPES,
  type Channel,
  createWorld,
  FLAGS,
  INTENTS,
  type Message,
  messagesOf,
  type World,
} from './world.ts';

export type DiscordOptions = {
  /** Off: nothing is ever too fast. */
  readonly limits?: 'on' | 'off';
  readonly heartbeatMs?: number;
};

/** The guild, its channel and the person that a test gets without asking. */
const HOME = { guild: '1100000000000000001', channel: '1100000000000000002', person: '1100000000000000003' } as const;
const BOT = '1100000000000000009';
const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwOQ.stand.in-for-the-real-token';

const THREADS: readonly number[] = [CHANNEL_TYPES.newsThread, CHANNEL_TYPES.thread, CHANNEL_TYPES.privateThread];
/** Answers that count towards the 10,000 in ten minutes after which Discord locks an address out. */
const INVALID: readonly number[] = [401, 403, 429];

/** A Discord on loopback: REST, gateway and people. */
export async function createDiscord(options: DiscordOptions = {}): Promise<DiscordStandIn> {
  const world = createWorld({ token: TOKEN, bot: BOT });
  let port = 0;
  const gateway = createGateway(world, () => `ws://127.0.0.1:${port}`, options.heartbeatMs);
  world.emit = gateway.emit;
  const interactions = createInteractions(world);
  const limits = createRateLimits(options.limits !== 'off');
  const faults = createFaults();
  const routes = [
    ...applicationRoutes(world, () => `ws://127.0.0.1:${port}`),
    ...channelRoutes(world),
    ...messageRoutes(world, limits),
    ...threadRoutes(world),
    ...webhookRoutes(world, interactions),
  ];
  const rest = createRest(world.token, routes, { limits, faults });

  const server = createServer((request, response) => {
    rest.handle(request, response).catch((error: unknown) => {
      // Who hangs up in the middle of a request wants no answer.
      if (request.destroyed) return;
      // A fault of the stand-in itself must be seen, and is not Discord's.
      response.writeHead(599).end(String(error));
      process.stderr.write(`the Discord stand-in failed: ${error instanceof Error ? error.stack : error}\n`);
    });
  });
  server.on('upgrade', gateway.accept);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = portOf(server.address());

  function addGuild({ id }: { readonly id: string }): void {
    world.guilds.set(id, { id, name: `guild ${id}` });
    world.emit({ type: 'GUILD_CREATE', guild: id, intents: INTENTS.guilds, data: () => guildCreateJson(world, id) });
  }

  function addChannel(source: Partial<StandInChannel> & { readonly id: string }): void {
    const isKnown = world.channels.has(source.id);
    const guild = source.guild === undefined ? HOME.guild : source.guild;
    const type = source.type ?? CHANNEL_TYPES.text;
    const isThread = THREADS.includes(type);
    const now = Date.now();
    const channel: Channel = {
      id: source.id,
      guild,
      type,
      parent: isThread ? HOME.channel : null,
      recipient: type === CHANNEL_TYPES.dm ? HOME.person : null,
      // Read anew each time: the test may change the object that it handed in.
      permissions: () => source.botPermissions ?? USUAL_PERMISSIONS,
      name: source.name ?? `channel-${source.id.slice(-4)}`,
      // A thread that a person has opened.
      thread: isThread
        ? {
            owner: HOME.person,
            createdAt: now,
            isArchived: false,
            isLocked: false,
            archiveMinutes: 1440,
            changedAt: now,
          }
        : null,
    };
    world.channels.set(channel.id, channel);
    if (guild === null || !world.guilds.has(guild)) return;
    const event = `${isThread ? 'THREAD' : 'CHANNEL'}_${isKnown ? 'UPDATE' : 'CREATE'}`;
    world.emit({ type: event, guild, intents: INTENTS.guilds, data: () => channelJson(world, channel) });
  }

  addGuild({ id: HOME.guild });
  addChannel({ id: HOME.channel, name: 'general' });
  world.people.set(HOME.person, { id: HOME.person, permissions: null });

  return {
    ...createPeople(world, interactions, HOME),
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: world.token,
    applicationId: world.bot,
    bot: { id: world.bot },
    guild: HOME.guild,
    channel: HOME.channel,
    person: HOME.person,
    addGuild,
    addChannel,
    addPerson({ id, permissions }) {
      world.people.set(id, { id, permissions: permissions ?? null });
    },
    get grantsMessageContent() {
      return world.grantsMessageContent;
    },
    set grantsMessageContent(isGranted) {
      world.grantsMessageContent = isGranted;
    },
    get shards() {
      return world.shards;
    },
    set shards(count) {
      world.shards = count;
    },
    get acksHeartbeats() {
      return gateway.acksHeartbeats;
    },
    set acksHeartbeats(isAcking) {
      gateway.acksHeartbeats = isAcking;
    },
    get isAway() {
      return gateway.isAway;
    },
    set isAway(isAway) {
      gateway.isAway = isAway;
    },
    connections: gateway.connections,
    ready: gateway.ready,
    askToReconnect: gateway.askToReconnect,
    dropConnections: gateway.dropConnections,
    invalidateSession: gateway.invalidateSession,
    handshakes: gateway.handshakes,
    dispatch: createDispatch(world),
    messages: (channel) => messagesOf(world, channel).map(messageAsSeen),
    threads: () => [...world.channels.values()].flatMap((channel) => threadAsSeen(world, channel)),
    commands: () => world.commands.get(null) ?? [],
    requests: rest.requests,
    tooFast: limits.tooFast,
    invalidRequests: () => rest.requests.filter(({ status }) => INVALID.includes(status)).length,
    fail: faults.fail,
    failOften: faults.failOften,
    ageTokens: interactions.age,
    forgetNonces() {
      world.forgottenUpTo = world.nextId();
    },
    async close() {
      interactions.close();
      gateway.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function messageAsSeen(message: Message): StandInMessage {
  return {
    id: message.id,
    channel: message.channel,
    author: message.author,
    content: message.content,
    components: message.components,
    embeds: message.embeds,
    flags: message.flags,
    onlyFor: message.onlyFor,
    nonce: message.nonce === null ? null : String(message.nonce),
    interaction: message.interaction,
    edits: message.edits,
    isLoading: (message.flags & FLAGS.loading) !== 0,
    pinged: message.pinged,
    replyTo: message.reference === null ? null : String(message.reference.message_id),
  };
}

function threadAsSeen(world: World, channel: Channel): ReturnType<DiscordStandIn['threads']> {
  const { id, parent, name, thread } = channel;
  if (thread === null) return [];
  return [
    {
      id,
      parent: parent ?? '',
      name,
      get isArchived() {
        return thread.isArchived;
      },
      set isArchived(isArchived) {
        setArchived(channel, isArchived);
        tellOfThread(world, 'THREAD_UPDATE', channel);
      },
      get isLocked() {
        return thread.isLocked;
      },
      set isLocked(isLocked) {
        thread.isLocked = isLocked;
        tellOfThread(world, 'THREAD_UPDATE', channel);
      },
    },
  ];
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return address.port;
}
