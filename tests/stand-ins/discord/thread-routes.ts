import { CreateTextThreadWithoutMessageRequestSchema, UpdateThreadRequestPartialSchema } from 'discord-api-spec/zod';
import { type Call, idIn, NOTHING, ok, type Reply, type Route } from './call.ts';
import { checkShape } from './check-shape.ts';
import { refusal, refuseIssues } from './discord-error.ts';
import { type Json, recordOf, textOf } from './json.ts';
import { channelJson } from './payloads.ts';
import { isAllowed, PERMISSIONS } from './permissions.ts';
import { announce, postMessage } from './post-message.ts';
import {
  CHANNEL_TYPES,
  type Channel,
  demand,
  FLAGS,
  INTENTS,
  isVisible,
  seenChannel,
  seenMessage,
  type World,
} from './world.ts';

const DAY_MINUTES = 1440;

export function threadRoutes(world: World): readonly Route[] {
  function fromMessage(call: Call): Reply {
    const channel = seenChannel(world, idIn(call, 'channel'));
    const message = seenMessage(world, channel, idIn(call, 'message'));
    if (channel.type !== CHANNEL_TYPES.text && channel.type !== CHANNEL_TYPES.news) throw refusal(50024);
    demand(channel, PERMISSIONS.createPublicThreads, PERMISSIONS.readMessageHistory);
    // discord.js sends the `type` here too, where the specification has none; Discord takes no notice of it.
    refuseIssues(checkShape(CreateTextThreadWithoutMessageRequestSchema, call.body));
    if (world.channels.has(message.id)) throw refusal(160004);
    const type = channel.type === CHANNEL_TYPES.news ? CHANNEL_TYPES.newsThread : CHANNEL_TYPES.thread;
    const thread = addThread(world, channel, message.id, type, recordOf(call.body));
    message.flags |= FLAGS.hasThread;
    announce(world, 'MESSAGE_UPDATE', message);
    return ok(channelJson(world, thread), 201);
  }

  function alone(call: Call): Reply {
    const channel = seenChannel(world, idIn(call, 'channel'));
    if (channel.type !== CHANNEL_TYPES.text) throw refusal(50024);
    refuseIssues(checkShape(CreateTextThreadWithoutMessageRequestSchema, call.body));
    const body = recordOf(call.body);
    // Discord makes a private thread when the type is left out.
    const type = typeof body.type === 'number' ? body.type : CHANNEL_TYPES.privateThread;
    const isPrivate = type === CHANNEL_TYPES.privateThread;
    demand(channel, isPrivate ? PERMISSIONS.createPrivateThreads : PERMISSIONS.createPublicThreads);
    const thread = addThread(world, channel, world.nextId(), type, body);
    if (!isPrivate)
      postMessage(world, { content: thread.name }, { channel: channel.id, author: world.bot, type: 18 }, []);
    return ok(channelJson(world, thread), 201);
  }

  function change(call: Call): Reply {
    const channel = seenChannel(world, idIn(call, 'channel'));
    const { thread } = channel;
    // Channels themselves are not for a bot to change that moderates nothing.
    if (thread === null) throw refusal(50013);
    refuseIssues(checkShape(UpdateThreadRequestPartialSchema, call.body));
    const body = recordOf(call.body);
    const isModerator = isAllowed(channel.permissions(), PERMISSIONS.manageThreads);
    const keys = Object.keys(body).filter((key) => body[key] != null);
    const isUnarchiving = thread.isArchived && body.archived === false;
    if (thread.isArchived && !isUnarchiving && keys.some((key) => key !== 'archived' && key !== 'locked'))
      throw refusal(50083);
    if (!isModerator) {
      const isOnlyUnarchiving = isUnarchiving && keys.length === 1;
      if (isUnarchiving && thread.isLocked) throw refusal(50013);
      if (isUnarchiving) demand(channel, PERMISSIONS.sendMessagesInThreads);
      if ('locked' in body || (thread.owner !== world.bot && !isOnlyUnarchiving)) throw refusal(50013);
    }
    if (typeof body.name === 'string' && body.name !== '') channel.name = body.name;
    if (typeof body.auto_archive_duration === 'number') thread.archiveMinutes = body.auto_archive_duration;
    if (typeof body.locked === 'boolean') thread.isLocked = body.locked;
    if (typeof body.archived === 'boolean') setArchived(channel, body.archived);
    tellOfThread(world, 'THREAD_UPDATE', channel);
    return ok(channelJson(world, channel));
  }

  function join(call: Call): Reply {
    const { thread } = seenChannel(world, idIn(call, 'channel'));
    if (thread === null) throw refusal(50024);
    if (thread.isArchived) throw refusal(50083);
    return NOTHING;
  }

  return [
    { method: 'POST', path: '/channels/:channel/messages/:message/threads', handle: fromMessage },
    { method: 'POST', path: '/channels/:channel/threads', handle: alone },
    { method: 'PATCH', path: '/channels/:channel', handle: change },
    { method: 'PUT', path: '/channels/:channel/thread-members/@me', handle: join },
  ];
}

/**
 * A new message wakes an archived thread, unless it is locked: then only a moderator may post.
 * @throws DiscordError 50083 or 160005
 */
export function openForPosts(
  world: World,
  channel: Channel,
  isModerator = isAllowed(channel.permissions(), PERMISSIONS.manageThreads),
): void {
  const { thread } = channel;
  if (thread === null) return;
  if (thread.isLocked && !isModerator) throw refusal(thread.isArchived ? 50083 : 160005);
  if (!thread.isArchived) return;
  setArchived(channel, false);
  tellOfThread(world, 'THREAD_UPDATE', channel);
}

export function setArchived({ thread }: Channel, isArchived: boolean): void {
  if (thread === null || thread.isArchived === isArchived) return;
  thread.isArchived = isArchived;
  thread.changedAt = Date.now();
}

export function tellOfThread(world: World, type: string, channel: Channel): void {
  if (!isVisible(world, channel)) return;
  const data: Json =
    type === 'THREAD_DELETE'
      ? { id: channel.id, guild_id: channel.guild, parent_id: channel.parent, type: channel.type }
      : { ...channelJson(world, channel), ...(type === 'THREAD_CREATE' ? { newly_created: true } : {}) };
  world.emit({ type, guild: channel.guild, intents: INTENTS.guilds, data: () => data });
}

function addThread(world: World, parent: Channel, id: string, type: number, body: Json): Channel {
  const now = Date.now();
  const channel: Channel = {
    id,
    guild: parent.guild,
    type,
    parent: parent.id,
    recipient: null,
    permissions: () => parent.permissions(),
    name: textOf(body.name),
    thread: {
      owner: world.bot,
      createdAt: now,
      isArchived: false,
      isLocked: false,
      archiveMinutes: typeof body.auto_archive_duration === 'number' ? body.auto_archive_duration : 3 * DAY_MINUTES,
      changedAt: now,
    },
  };
  world.channels.set(id, channel);
  tellOfThread(world, 'THREAD_CREATE', channel);
  return channel;
}
