import { RESTJSONErrorCodes as Code, RequestMethod, Routes } from 'discord.js';
import type { ChatPlatform, Post } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import { fieldsOf, textOf } from './field-of.ts';
import { isRefusal } from './problem-of.ts';
import { type OwnMessage, readOwnMessage } from './read-own-message.ts';
import { readReplyHandle } from './reply-handle.ts';
import { homesOf, type SendParts } from './send-post.ts';
import { snowflakeOf, timeOf } from './snowflake-of.ts';

type Sighting = Awaited<ReturnType<ChatPlatform['find']>>;
type FindParts = Pick<SendParts, 'api' | 'originals' | 'followUps'>;

const ABSENT: Sighting = { kind: 'absent' };
const UNCLEAR: Sighting = { kind: 'unclear' };

/** What clocks may differ by, and what a request takes on its way, in ms. */
const EARLIER_MS = 60_000;
/** An attempt in doubt is minutes old at most: busier channels than this are rare. */
const MOST_PAGES = 5;
const PAGE = 100;

/** Whether an earlier attempt at a post arrived. What shows a post bears its marks, whoever sent it and however often it changed. */
export async function findPost(post: Post, since: Date, parts: FindParts, signal: AbortSignal): Promise<Sighting> {
  const followed = parts.followUps.get(post.id);
  if (followed !== undefined) return thereAt(followed);
  const original = await originalOf(post, parts, signal);
  if (original?.shows(post.id)) return thereAt(original.id);
  // What waits still would have been filled.
  if (original?.isLoading && original.isPrivate === (post.audience !== null)) return ABSENT;
  // Follow-ups cannot be listed. Without a message to follow none was sent.
  if (post.audience !== null) return original === null ? ABSENT : UNCLEAR;
  const after = snowflakeOf(new Date(earliest(post, since).getTime() - EARLIER_MS));
  const [first, second] = homesOf(post.place);
  try {
    return await findIn(first, post.id, after, parts, signal);
  } catch (cause) {
    if (second === undefined || !isRefusal(cause, Code.UnknownChannel)) throw cause;
    return findIn(second, post.id, after, parts, signal);
  }
}

/** The message that answers the interaction, if the post answers one and in time. */
async function originalOf(post: Post, { originals }: FindParts, signal: AbortSignal): Promise<OwnMessage | null> {
  const handle = originals.handleOf(post);
  if (handle === null) return null;
  const how = await originals.acknowledged(handle, signal);
  try {
    return await originals.look(handle, how, signal);
  } catch (cause) {
    // Somebody has deleted it.
    if (isRefusal(cause, Code.UnknownMessage)) return null;
    throw cause;
  }
}

/** The message that answers an interaction is as old as the interaction. */
function earliest({ replyTo }: Post, since: Date): Date {
  const handle = replyTo === null ? null : readReplyHandle(replyTo);
  const asked = handle === null ? since : timeOf(handle.interaction);
  return asked < since ? asked : since;
}

async function findIn(
  channel: string,
  post: string,
  since: string,
  { api }: FindParts,
  signal: AbortSignal,
): Promise<Sighting> {
  let after = since;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { after, limit: String(PAGE) };
    const found = await api.asBot({ method: RequestMethod.Get, route: Routes.channelMessages(channel), query }, signal);
    if (!Array.isArray(found)) throw new Problem('UNREACHABLE', 'Discord listed no messages');
    const messages = found.map(readOwnMessage);
    const ours = messages.find((message) => message.shows(post));
    if (ours !== undefined) return thereAt(ours.id);
    if (messages.length === 0 && page === 0) return mayRead(channel, after, api, signal);
    if (messages.length < PAGE) return ABSENT;
    after = messages.map(({ id }) => id).reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
  }
  return UNCLEAR;
}

/** Whoever may not read a channel's history gets an empty list, and no refusal: so we see whether something was said since. */
async function mayRead(channel: string, after: string, api: FindParts['api'], signal: AbortSignal): Promise<Sighting> {
  const found = await api.asBot({ method: RequestMethod.Get, route: Routes.channel(channel) }, signal);
  const last = textOf(fieldsOf(found).last_message_id);
  return last !== null && /^\d+$/.test(last) && BigInt(last) > BigInt(after) ? UNCLEAR : ABSENT;
}

function thereAt(message: string): Sighting {
  return { kind: 'there', message };
}
