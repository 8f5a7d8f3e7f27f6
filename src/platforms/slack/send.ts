import { type types, webApi } from '@slack/bolt';
import type { ChatPlatform, Place, Post } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import type { Login, Workspaces } from './create-workspaces.ts';
import { draw } from './draw.ts';
import { problemOf } from './problem-of.ts';
import { respondTo } from './respond-to.ts';

/** Names our posts in Slack's own metadata, so that one of which nobody knows whether it arrived is found again. */
const EVENT_TYPE = 'byline_post';
/** What clocks may differ by, and what a request takes on its way, in ms. */
const EARLIER_MS = 60_000;
/** An attempt in doubt is minutes old at most: so many messages a channel has not seen since. */
const MOST_PAGES = 5;
const PAGE = 100;

export type Sending = Pick<ChatPlatform, 'post' | 'edit' | 'find'>;

/** Posts, edits and finds messages. Needs no connection that listens. */
export function createSending(workspaces: Workspaces, apiUrl: string | null): Sending {
  async function within<T>(post: Post, signal: AbortSignal, work: (login: Login) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    try {
      const login = await workspaces.login(post.place.workspace, null);
      signal.throwIfAborted();
      return await Promise.race([work(login), whenAborted(signal)]);
    } catch (error) {
      if (signal.aborted) throw new Problem('UNREACHABLE', 'the call was called off', { cause: error });
      throw problemOf(error, post.replyTo !== null);
    }
  }

  return {
    post: (post, signal) =>
      within(post, signal, ({ client }) =>
        post.audience === null ? sendOpenly(post, client) : sendPrivately(post, client, apiUrl),
      ),
    edit: (post, message, signal) =>
      within(post, signal, async ({ client }) => {
        const { text, blocks } = drawn(post);
        await client.chat.update({
          ...{ channel: post.place.channel, ts: message, text, blocks, metadata: metadataOf(post) },
          ...{ link_names: false, parse: 'none' },
        });
      }),
    find: (post, since, signal) =>
      within(post, signal, async ({ client }) => {
        // What one person saw leaves no trace that can be looked up. Seeing it twice harms less than waiting in vain.
        if (post.audience !== null) return { kind: 'absent' };
        return find(post, since, client);
      }),
  };
}

async function sendOpenly(post: Post, client: Login['client']): Promise<string> {
  const { channel, thread } = post.place;
  const { text, blocks } = drawn(post);
  const { ts, message } = await client.chat.postMessage({
    ...{ channel, text, blocks, metadata: metadataOf(post) },
    ...(thread === null ? {} : { thread_ts: thread }),
    ...{ unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' },
  });
  if (ts === undefined) throw new Problem('UNREACHABLE', 'Slack gave a message no name');
  // Where the message that a thread hung under was deleted, Slack says nothing and posts to the channel, for everybody to read.
  if (thread !== null && message?.thread_ts === undefined && !(await isThere(channel, thread, client))) {
    await client.chat.delete({ channel, ts });
    throw new Problem('CHANNEL_GONE', 'the message that the thread hung under was deleted');
  }
  return ts;
}

/** Whether a message that a thread may hang under is there. */
async function isThere(channel: string, ts: string, client: Login['client']): Promise<boolean> {
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts, limit: 1 });
    return messages.length > 0;
  } catch (cause) {
    return !(cause instanceof webApi.WebAPIPlatformError && cause.data.error === 'thread_not_found');
  }
}

/** By the address that came with the question, which works everywhere; without it, or too late, as an ephemeral message. */
async function sendPrivately(post: Post, client: Login['client'], apiUrl: string | null): Promise<string> {
  const { place, audience, replyTo } = post;
  const { text, blocks } = drawn(post);
  if (replyTo !== null && (await respondTo(replyTo, { text, blocks, thread: place.thread }, apiUrl)))
    return `private-${post.id}`;
  if (audience === null) throw new Problem('POST_REFUSED', 'nobody to send it to');
  const { message_ts } = await client.chat.postEphemeral({
    ...{ channel: place.channel, user: audience, text, blocks, link_names: false, parse: 'none' },
    ...(place.thread === null ? {} : { thread_ts: place.thread }),
  });
  return message_ts ?? `private-${post.id}`;
}

async function find(post: Post, since: Date, client: Login['client']): ReturnType<ChatPlatform['find']> {
  const oldest = String((since.getTime() - EARLIER_MS) / 1_000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { messages = [], response_metadata } = await readPage(post.place, oldest, cursor, client);
    const found = messages.find((message) => idIn(message) === post.id);
    if (found?.ts !== undefined) return { kind: 'there', message: found.ts };
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return { kind: 'absent' };
  }
  return { kind: 'unclear' };
}

function readPage({ channel, thread }: Place, oldest: string, cursor: string | undefined, client: Login['client']) {
  const page = {
    channel,
    oldest,
    limit: PAGE,
    include_all_metadata: true,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return thread === null ? client.conversations.history(page) : client.conversations.replies({ ...page, ts: thread });
}

function idIn(message: object): unknown {
  if (!('metadata' in message)) return null;
  const { metadata } = message;
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return null;
  const payload = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'post' in payload ? payload.post : null;
}

function drawn(post: Post): { readonly text: string; readonly blocks: types.KnownBlock[] } {
  return draw(post.card, post.topic !== null && post.isFinal ? 'Ask a question in this thread.' : null);
}

function metadataOf(post: Post) {
  return { event_type: EVENT_TYPE, event_payload: { post: post.id } };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
