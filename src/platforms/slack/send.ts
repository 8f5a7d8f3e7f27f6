import { webApi } from '@slack/bolt';
import type { ChatPlatform, Post } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import type { Login, Workspaces } from './create-workspaces.ts';
import { type Drawn, draw } from './draw.ts';
import { createEditBudget } from './edit-budget.ts';
import { findPost } from './find-post.ts';
import { metadataOf } from './metadata-of.ts';
import type { SlackOptions } from './options.ts';
import { problemOf } from './problem-of.ts';
import { respondTo } from './respond-to.ts';

export type Sending = Pick<ChatPlatform, 'post' | 'edit' | 'find'>;

/** Nobody is named, linked or unfurled by what the bot says. */
const PLAIN = { link_names: false, parse: 'none' } as const;
const NOT_UNFURLED = { unfurl_links: false, unfurl_media: false } as const;
const HINT = 'Ask a question in this thread.';

/** Posts, edits and finds messages. Needs no connection that listens. */
export function createSending(
  workspaces: Workspaces,
  { apiUrl, clock }: Pick<SlackOptions, 'apiUrl' | 'clock'>,
): Sending {
  const budget = createEditBudget(clock);

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
        post.audience === null ? sendOpenly(post, client) : sendPrivately(post, post.audience, client, apiUrl),
      ),
    edit: (post, message, signal) =>
      within(post, signal, async ({ client }) => {
        const { workspace, channel } = post.place;
        if (!post.isFinal && !budget.hasRoomForSteps(workspace)) return;
        budget.spend(workspace);
        await client.chat.update({ channel, ts: message, ...drawn(post), metadata: metadataOf(post), ...PLAIN });
      }),
    find: (post, since, signal) =>
      within(post, signal, async ({ client }) =>
        // What one person saw leaves no trace that can be looked up. Seeing it twice harms less than waiting in vain.
        post.audience === null ? findPost(post, since, client) : { kind: 'absent' },
      ),
  };
}

async function sendOpenly(post: Post, client: Login['client']): Promise<string> {
  const { channel, thread } = post.place;
  const { ts, message } = await client.chat.postMessage({
    ...{ channel, ...drawn(post), metadata: metadataOf(post), ...PLAIN, ...NOT_UNFURLED },
    ...(thread === null ? {} : { thread_ts: thread }),
  });
  if (ts === undefined) throw new Problem('UNREACHABLE', 'Slack gave a message no name');
  // Where the message that a thread hung under was deleted, Slack says nothing and posts to the channel, for everybody to read.
  if (thread !== null && message?.thread_ts === undefined && !(await isThere(channel, thread, client))) {
    await client.chat.delete({ channel, ts });
    throw new Problem('CHANNEL_GONE', 'the message that the thread hung under was deleted');
  }
  return ts;
}

/** Whether a thread still has its root; what cannot be told is taken to be as it was. */
async function isThere(channel: string, thread: string, client: Login['client']): Promise<boolean> {
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts: thread, limit: 1 });
    return messages.length > 0;
  } catch (error) {
    return !(error instanceof webApi.WebAPIPlatformError && error.data.error === 'thread_not_found');
  }
}

/** By the address that came with the question, which works everywhere; without it, or too late, as an ephemeral message. */
async function sendPrivately(
  post: Post,
  audience: string,
  client: Login['client'],
  apiUrl: string | null,
): Promise<string> {
  const { id, place, replyTo } = post;
  const unseen = `private-${id}`;
  if (replyTo !== null && (await respondTo(replyTo, { ...drawn(post), thread: place.thread }, apiUrl))) return unseen;
  const { message_ts } = await client.chat.postEphemeral({
    ...{ channel: place.channel, user: audience, ...drawn(post), ...PLAIN },
    ...(place.thread === null ? {} : { thread_ts: place.thread }),
  });
  return message_ts ?? unseen;
}

function drawn(post: Post): Drawn {
  return draw(post.card, post.topic !== null && post.isFinal ? HINT : null);
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
