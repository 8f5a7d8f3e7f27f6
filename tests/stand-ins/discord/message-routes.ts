import { type Call, idIn, NOTHING, ok, type Reply, type Route } from './call.ts';
import { checkMessage } from './check-message.ts';
import { refusal, refuseIssues } from './discord-error.ts';
import { type Json, listOf, recordOf } from './json.ts';
import { messageJson } from './payloads.ts';
import { isAllowed, PERMISSIONS } from './permissions.ts';
import { announce, editMessage, postMessage } from './post-message.ts';
import type { RateLimits } from './rate-limits.ts';
import { isSnowflake } from './snowflake.ts';
import { openForPosts } from './thread-routes.ts';
import { type Channel, demand, type Message, messagesOf, seenChannel, seenMessage, type World } from './world.ts';

/** How long a nonce is remembered ("the past few minutes" in Discord's words). */
const NONCE_MS = 5 * 60_000;
/** What may ping when the app says nothing: for a bot's own messages, everything. */
const ALL_PINGS = ['users', 'roles', 'everyone', 'replied'];
const MOST_AT_ONCE = 100;

export function messageRoutes(world: World, limits: RateLimits): readonly Route[] {
  const shown = (message: Message) => messageJson(world, message, world.grantsMessageContent);

  function list(call: Call): Reply {
    const channel = seenChannel(world, idIn(call, 'channel'));
    const limit = limitOf(call.query);
    // Without the right to read the history Discord gives an empty list, not an error.
    if (!isAllowed(channel.permissions(), PERMISSIONS.readMessageHistory)) return ok([]);
    const all = messagesOf(world, channel.id)
      .filter(({ onlyFor }) => onlyFor === null)
      .toReversed();
    const [before, after, around] = ['before', 'after', 'around'].map((name) => anchorOf(call.query, name));
    if (around != null) {
      const newer = all.filter(({ id }) => BigInt(id) > around).slice(-Math.floor(limit / 2));
      const older = all.filter(({ id }) => BigInt(id) <= around).slice(0, limit - newer.length);
      return ok([...newer, ...older].map(shown));
    }
    if (after != null)
      return ok(
        all
          .filter(({ id }) => BigInt(id) > after)
          .slice(-limit)
          .map(shown),
      );
    return ok(
      all
        .filter(({ id }) => before == null || BigInt(id) < before)
        .slice(0, limit)
        .map(shown),
    );
  }

  function create(call: Call): Reply {
    const channel = seenChannel(world, idIn(call, 'channel'));
    demandSend(channel);
    const body = checkMessage('create', call.body);
    if (listOf(body.embeds).length > 0) demand(channel, PERMISSIONS.embedLinks);
    const reference = referenceOf(world, channel, body);
    const first = body.enforce_nonce === true ? sameNonce(channel, body.nonce) : undefined;
    if (first !== undefined) return ok(messageJson(world, first));
    limits.mayPost(channel.id);
    openForPosts(world, channel);
    const message = postMessage(
      world,
      body,
      {
        channel: channel.id,
        author: world.bot,
        type: reference === null ? 0 : 19,
        reference,
        nonce: typeof body.nonce === 'string' || typeof body.nonce === 'number' ? body.nonce : null,
      },
      ALL_PINGS,
    );
    limits.posted(channel.id);
    return ok(messageJson(world, message));
  }

  function sameNonce(channel: Channel, nonce: unknown): Message | undefined {
    if (nonce === undefined || nonce === null) return undefined;
    return messagesOf(world, channel.id).find(
      (message) =>
        message.author === world.bot &&
        String(message.nonce) === String(nonce) &&
        BigInt(message.id) > BigInt(world.forgottenUpTo) &&
        Date.now() - message.at < NONCE_MS,
    );
  }

  function edit(call: Call): Reply {
    const { channel, message } = target(call);
    if (message.author !== world.bot) throw refusal(50005);
    if (message.type === 18) throw refusal(50021);
    if (channel.thread?.isArchived === true) throw refusal(50083);
    const body = checkMessage('edit', call.body, message);
    editMessage(world, message, body);
    return ok(messageJson(world, message));
  }

  function remove(call: Call): Reply {
    const { channel, message } = target(call);
    if (message.author !== world.bot) demand(channel, PERMISSIONS.manageMessages);
    if (channel.thread?.isArchived === true) throw refusal(50083);
    deleteMessage(world, message);
    return NOTHING;
  }

  function target(call: Call): { readonly channel: Channel; readonly message: Message } {
    const channel = seenChannel(world, idIn(call, 'channel'));
    return { channel, message: seenMessage(world, channel, idIn(call, 'message')) };
  }

  function read(call: Call): Reply {
    const { channel, message } = target(call);
    demand(channel, PERMISSIONS.readMessageHistory);
    return ok(shown(message));
  }

  const path = '/channels/:channel/messages';
  return [
    { method: 'GET', path, handle: list },
    { method: 'POST', path, handle: create },
    { method: 'GET', path: `${path}/:message`, handle: read },
    { method: 'PATCH', path: `${path}/:message`, handle: edit },
    { method: 'DELETE', path: `${path}/:message`, handle: remove },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      handle(call) {
        demandSend(seenChannel(world, idIn(call, 'channel')));
        return NOTHING;
      },
    },
  ];
}

export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message.id);
  announce(world, 'MESSAGE_DELETE', message);
}

function demandSend(channel: Channel): void {
  const texts: readonly number[] = [0, 1, 2, 3, 5, 10, 11, 12, 13];
  if (!texts.includes(channel.type)) throw refusal(50008);
  if (channel.guild === null) return;
  demand(channel, channel.thread === null ? PERMISSIONS.sendMessages : PERMISSIONS.sendMessagesInThreads);
}

/** The message that this one replies to. @throws DiscordError when there is none, or the bot may not know */
function referenceOf(world: World, channel: Channel, body: Json): Json | null {
  if (body.message_reference == null) return null;
  const { message_id: id, channel_id: elsewhere, fail_if_not_exists: fails } = recordOf(body.message_reference);
  if (!isAllowed(channel.permissions(), PERMISSIONS.readMessageHistory)) throw refusal(160002);
  const message = world.messages.get(String(id));
  const isThere =
    message !== undefined &&
    message.channel === channel.id &&
    message.onlyFor === null &&
    (elsewhere == null || elsewhere === channel.id);
  if (isThere)
    return {
      type: 0,
      message_id: message.id,
      channel_id: channel.id,
      ...(channel.guild === null ? {} : { guild_id: channel.guild }),
    };
  if (fails === false) return null;
  refuseIssues([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
  return null;
}

function limitOf(query: URLSearchParams): number {
  const text = query.get('limit') ?? '50';
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_AT_ONCE) return limit;
  refuseIssues([
    { path: ['limit'], code: 'NUMBER_TYPE_RANGE', message: `int value should be between 1 and ${MOST_AT_ONCE}.` },
  ]);
  return MOST_AT_ONCE;
}

function anchorOf(query: URLSearchParams, name: string): bigint | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!isSnowflake(text))
    refuseIssues([{ path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not snowflake.` }]);
  return BigInt(text);
}
