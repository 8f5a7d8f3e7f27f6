import { RESTJSONErrorCodes as Code, RequestMethod, Routes } from 'discord.js';
import type { Place, Post } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import type { Api } from './create-api.ts';
import type { Originals } from './create-originals.ts';
import type { Recent } from './create-recent.ts';
import { type Threads, threadName } from './create-threads.ts';
import type { Look } from './draw.ts';
import { type Asking, hintOf, isOutsideGuilds, isTopic } from './hint-of.ts';
import { asReply, messageBody, privateBody } from './message-body.ts';
import { isRefusal } from './problem-of.ts';
import { readOwnMessage } from './read-own-message.ts';
import type { ReplyHandle } from './reply-handle.ts';

export type SendParts = {
  readonly api: Api;
  readonly originals: Originals;
  readonly threads: Threads;
  /** How questions are asked in threads. */
  readonly asking: (signal: AbortSignal) => Promise<Asking>;
  /** Messages of posts that went as follow-ups: nobody can look for those. */
  readonly followUps: Recent<string>;
  /** The handles of messages that answer interactions: what follows one may have no other way. */
  readonly answered: Recent<ReplyHandle>;
};

const THREAD_IS_ARCHIVED = 50083;

/** Shows a post for the first time. Needs no connection that listens. */
export async function sendPost(post: Post, parts: SendParts, signal: AbortSignal): Promise<string> {
  if (post.audience !== null) return sendPrivately(post, parts, signal);
  const look = await lookOf(post, parts, signal);
  const message = await sendOpenly(post, look, parts, signal);
  await openTopic(post, message, parts, signal);
  return message;
}

/** Makes a message that was sent show its card. */
export async function editPost(post: Post, message: string, parts: SendParts, signal: AbortSignal): Promise<void> {
  const look = await lookOf(post, parts, signal);
  await change(post, message, look, parts, signal);
  await openTopic(post, message, parts, signal);
}

async function sendOpenly(post: Post, look: Look, parts: SendParts, signal: AbortSignal): Promise<string> {
  const handle = parts.originals.handleOf(post);
  if (handle !== null && (await answersOpenly(handle, parts, signal))) {
    try {
      return await fillOriginal(post, handle, look, parts, signal);
    } catch (cause) {
      if (!isExpired(cause)) throw cause;
    }
  }
  try {
    return await sendInChannel(post, look, parts, signal);
  } catch (cause) {
    const root = post.place.thread === null ? undefined : parts.answered.get(post.place.thread);
    if (root === undefined || !isKeptOut(cause)) throw cause;
    return followUp(post, root, messageBody(post.card, look), parts, signal);
  }
}

/** Whether the message that answers the interaction is there for all to see. */
async function answersOpenly(handle: ReplyHandle, { originals }: SendParts, signal: AbortSignal): Promise<boolean> {
  const how = await originals.acknowledged(handle, signal);
  if (how === 'open') return true;
  if (how === 'private' || how === 'void') return false;
  const original = await originals.look(handle, how, signal);
  return original !== null && !original.isPrivate;
}

/** Parts of a long answer follow the first one: the message that answers the interaction is that one's. */
async function sendPrivately(post: Post, parts: SendParts, signal: AbortSignal): Promise<string> {
  const { api, originals } = parts;
  const handle = originals.handleOf(post);
  if (handle === null) throw new Problem('REPLY_EXPIRED', 'nothing to answer by, or too late');
  const how = await originals.acknowledged(handle, signal);
  const original = how === 'void' ? null : await originals.look(handle, how, signal);
  if (original === null) throw new Problem('REPLY_EXPIRED', 'Discord knows the interaction no more');
  const look = { hint: null, post: post.id };
  if (original.isPrivate && (original.isLoading || original.shows(post.id)))
    return fillOriginal(post, handle, look, parts, signal);
  const { application, token } = handle;
  // While it waits, Discord would show to all what follows it.
  if (original.isLoading)
    await api.byToken({ method: RequestMethod.Delete, route: Routes.webhookMessage(application, token) }, signal);
  return followUp(post, handle, privateBody(post.card, look), parts, signal);
}

/** One more message behind what answers an interaction, once as far as this process knows. */
async function followUp(
  post: Post,
  { application, token }: ReplyHandle,
  body: object,
  { api, followUps }: SendParts,
  signal: AbortSignal,
): Promise<string> {
  const known = followUps.get(post.id);
  if (known !== undefined) return known;
  const call = { method: RequestMethod.Post, route: Routes.webhook(application, token), body };
  const { id } = readOwnMessage(await api.byToken(call, signal));
  followUps.set(post.id, id);
  return id;
}

async function fillOriginal(
  post: Post,
  handle: ReplyHandle,
  look: Look,
  parts: SendParts,
  signal: AbortSignal,
): Promise<string> {
  const route = Routes.webhookMessage(handle.application, handle.token);
  const call = { method: RequestMethod.Patch, route, body: messageBody(post.card, look) };
  const { id } = readOwnMessage(await awake(post.place, parts, signal, () => parts.api.byToken(call, signal)));
  if (post.audience === null) parts.answered.set(id, handle);
  return id;
}

async function sendInChannel(post: Post, look: Look, parts: SendParts, signal: AbortSignal): Promise<string> {
  const { place, id: nonce } = post;
  const body = { ...messageBody(post.card, look), nonce, enforce_nonce: true };
  const send = async (channel: string, more: object = {}) => {
    const call = { method: RequestMethod.Post, route: Routes.channelMessages(channel), body: { ...body, ...more } };
    return readOwnMessage(await parts.api.asBot(call, signal)).id;
  };
  const { channel, thread } = place;
  if (thread === null) return send(channel);
  // Where there are no threads, what belongs into one follows the message as a reply.
  const reply = () => asReply(thread, (more) => send(channel, more));
  if (isOutsideGuilds(place)) return reply();
  try {
    return await send(thread);
  } catch (cause) {
    if (!isRefusal(cause, Code.UnknownChannel)) throw cause;
  }
  if (parts.threads.wasDeleted(thread)) throw new Problem('CHANNEL_GONE', 'the thread was deleted');
  const name = threadName(post.topic, post.card.title);
  const opened = await parts.threads.open({ channel, message: thread, name }, signal);
  if (opened === 'gone') throw new Problem('CHANNEL_GONE', 'neither the thread nor its message is there');
  return opened === 'open' ? send(thread) : reply();
}

/** By the interaction's token, which works wherever somebody has just asked; then as the bot. */
async function change(post: Post, message: string, look: Look, parts: SendParts, signal: AbortSignal): Promise<void> {
  const { api, originals } = parts;
  const body = messageBody(post.card, look);
  const handle = originals.handleOf(post);
  if (handle !== null) {
    const route = Routes.webhookMessage(handle.application, handle.token, message);
    try {
      await awake(post.place, parts, signal, () => api.byToken({ method: RequestMethod.Patch, route, body }, signal));
      return;
    } catch (cause) {
      // It may be a message of the bot's own, for the token was no good when it was sent.
      const isElsewhere = isExpired(cause) || isRefusal(cause, Code.UnknownMessage);
      if (post.audience !== null || !isElsewhere) throw cause;
    }
  }
  if (post.audience !== null) throw new Problem('REPLY_EXPIRED', 'what one person sees can no longer be changed');
  const patch = (channel: string) =>
    api.asBot({ method: RequestMethod.Patch, route: Routes.channelMessage(channel, message), body }, signal);
  const [first, second] = homesOf(post.place);
  try {
    await awake(post.place, parts, signal, () => patch(first));
  } catch (cause) {
    if (second === undefined || !isRefusal(cause, Code.UnknownChannel)) throw cause;
    await patch(second);
  }
}

/** Where a message of this place may be: in its thread, or where none could be opened, in the channel. */
export function homesOf(place: Place): readonly [string, string?] {
  const { channel, thread } = place;
  return thread === null || isOutsideGuilds(place) ? [channel] : [thread, channel];
}

/** In an archived thread messages can be written, and so wake it, but not be changed. */
async function awake<T>(place: Place, parts: SendParts, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (place.thread === null || !isRefusal(cause, THREAD_IS_ARCHIVED)) throw cause;
    await parts.threads.wake(place.thread, signal);
    return call();
  }
}

/** The message is seen before its thread opens, so that nothing holds it up; where none can, its last line says how to ask. */
async function openTopic(post: Post, message: string, parts: SendParts, signal: AbortSignal): Promise<void> {
  const { channel } = post.place;
  if (!isTopic(post) || isOutsideGuilds(post.place) || parts.threads.areImpossible(channel)) return;
  const name = post.topic ?? post.card.title;
  if ((await parts.threads.open({ channel, message, name }, signal)) !== 'impossible') return;
  await change(post, message, await lookOf(post, parts, signal), parts, signal);
}

async function lookOf(post: Post, { threads, asking }: SendParts, signal: AbortSignal): Promise<Look> {
  if (!isTopic(post)) return { hint: null, post: post.id };
  const isImpossible = isOutsideGuilds(post.place) || threads.areImpossible(post.place.channel);
  return { hint: hintOf(isImpossible ? null : await asking(signal)), post: post.id };
}

/** Somebody has byline for themselves alone where its bot is not: it answers there by the token, and has no other way. */
function isKeptOut(cause: unknown): boolean {
  return cause instanceof Problem && (cause.code === 'MAY_NOT_POST' || cause.code === 'CHANNEL_GONE');
}

function isExpired(cause: unknown): boolean {
  return cause instanceof Problem && cause.code === 'REPLY_EXPIRED';
}
