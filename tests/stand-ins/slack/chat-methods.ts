import { type Fields, isSetAt, textAt } from './fields.ts';
import { type Body, readMessage } from './message-body.ts';
import { messageFields } from './message-fields.ts';
import { Refusal } from './refusal.ts';
import type { StandInChannel, StandInMessage } from './stand-in.ts';
import { type Call, joinedChannel, type Method, speaksFor, wantText } from './web-call.ts';
import { makeChannel, type World } from './world.ts';

/** What happens in a channel, told to whoever delivers events. */
export type Happening =
  | { readonly kind: 'posted'; readonly post: StandInMessage }
  | { readonly kind: 'changed'; readonly post: StandInMessage; readonly before: StandInMessage }
  | { readonly kind: 'deleted'; readonly post: StandInMessage };

const warned = (body: Body): Fields =>
  body.warnings.length === 0
    ? {}
    : { warning: body.warnings.join(','), response_metadata: { warnings: body.warnings } };

/** @throws Refusal if nobody may write here now. */
function wantOpen(channel: StandInChannel): void {
  if (channel.isArchived) throw new Refusal('is_archived');
  if (channel.isRestricted === true) throw new Refusal('restricted_action');
}

/** chat.postMessage takes a person's id too and posts to the direct message with them. */
function openDirect({ world, args, caller }: Call): string | undefined {
  const id = textAt(args, 'channel') ?? '';
  const person = world.people.get(id);
  if (person === undefined || !speaksFor(world, caller, person.team)) return undefined;
  const known = [...world.channels.values()].find((one) => one.kind === 'im' && one.members.includes(id));
  if (known !== undefined) return known.id;
  const opened = makeChannel({ id: world.nextId('D'), kind: 'im', team: person.team, members: [id], creator: id });
  world.channels.set(opened.id, opened);
  return opened.id;
}

export function addPost(
  world: World,
  channel: StandInChannel,
  author: { readonly user: string; readonly isByBot: boolean },
  body: {
    readonly text: string;
    readonly blocks: readonly Fields[];
    readonly metadata: unknown;
    readonly threadTs: string | null;
  },
): StandInMessage {
  const post: StandInMessage = {
    ts: world.nextTs(),
    team: channel.team,
    channel: channel.id,
    user: author.user,
    isByBot: author.isByBot,
    edits: 0,
    ...body,
  };
  world.posts.push(post);
  return post;
}

/** The root of a thread. Slack posts to the channel instead of the thread when the message is gone, and says nothing. */
export function rootOf(world: World, channel: string, threadTs: string | undefined): string | null {
  const parent = threadTs === undefined ? undefined : world.findPost(channel, threadTs);
  return parent === undefined ? null : (parent.threadTs ?? parent.ts);
}

export function chatMethods(tell: (happening: Happening) => void): Readonly<Record<string, Method>> {
  return {
    'chat.postMessage': (call) => {
      const { world, args } = call;
      const direct = openDirect(call);
      const channel = joinedChannel(direct === undefined ? call : { ...call, args: { ...args, channel: direct } });
      wantOpen(channel);
      const body = readMessage(world, args, 'post');
      const threadTs = rootOf(world, channel.id, textAt(args, 'thread_ts'));
      const author = { user: world.botUserOf(channel.team), isByBot: true };
      const { text, blocks = [], metadata = null } = body;
      const post = addPost(world, channel, author, { text, blocks, metadata, threadTs });
      if (threadTs !== null && isSetAt(args, 'reply_broadcast'))
        world.extras.set(`${channel.id}:${post.ts}`, { subtype: 'thread_broadcast' });
      tell({ kind: 'posted', post });
      return { channel: channel.id, ts: post.ts, message: messageFields(world, post, true), ...warned(body) };
    },
    'chat.update': (call) => {
      const { world, args } = call;
      const channel = joinedChannel(call);
      const before = world.findPost(channel.id, wantText(args, 'ts', 'message_not_found'));
      if (before === undefined) throw new Refusal('message_not_found');
      if (!before.isByBot) throw new Refusal('cant_update_message');
      if (channel.isArchived) throw new Refusal('is_inactive');
      const body = readMessage(world, args, 'update');
      // A new text without blocks leaves the old blocks; metadata stays unless it is given.
      const post: StandInMessage = {
        ...before,
        text: textAt(args, 'text') === undefined ? before.text : body.text,
        blocks: body.blocks ?? before.blocks,
        metadata: body.metadata === undefined ? before.metadata : body.metadata,
        edits: before.edits + 1,
      };
      world.posts[world.posts.indexOf(before)] = post;
      world.extras.set(`${channel.id}:${post.ts}`, { edited: { user: post.user, ts: world.nextTs() } });
      tell({ kind: 'changed', post, before });
      return {
        channel: channel.id,
        ts: post.ts,
        text: post.text,
        message: messageFields(world, post, true),
        ...warned(body),
      };
    },
    'chat.delete': (call) => {
      const { world, args } = call;
      const channel = joinedChannel(call);
      const post = world.findPost(channel.id, wantText(args, 'ts', 'message_not_found'));
      if (post === undefined) throw new Refusal('message_not_found');
      if (!post.isByBot) throw new Refusal('cant_delete_message');
      world.posts.splice(world.posts.indexOf(post), 1);
      tell({ kind: 'deleted', post });
      return { channel: channel.id, ts: post.ts };
    },
    'chat.postEphemeral': (call) => {
      const { world, args } = call;
      const channel = joinedChannel(call);
      wantOpen(channel);
      const user = wantText(args, 'user', 'user_not_in_channel');
      if (!channel.members.includes(user)) throw new Refusal('user_not_in_channel');
      const { text, blocks = [] } = readMessage(world, args, 'ephemeral');
      const ts = world.nextTs();
      const threadTs = rootOf(world, channel.id, textAt(args, 'thread_ts'));
      world.ephemerals.push({ channel: channel.id, user, text, blocks, how: 'postEphemeral', threadTs, ts });
      return { message_ts: ts };
    },
  };
}
