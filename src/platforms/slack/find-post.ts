import type { webApi } from '@slack/bolt';
import type { ChatPlatform, Place, Post } from '#core/chat.ts';
import { postIn } from './metadata-of.ts';

/** What clocks may differ by, and what a request takes on its way, in ms. */
const EARLIER_MS = 60_000;
/** An attempt in doubt is minutes old at most: so many messages a channel has not seen since. */
const MOST_PAGES = 5;
const PAGE = 100;

/** Looks for a post among the messages of its channel or thread since its first attempt. */
export async function findPost(post: Post, since: Date, client: webApi.WebClient): ReturnType<ChatPlatform['find']> {
  const oldest = String((since.getTime() - EARLIER_MS) / 1_000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { messages = [], response_metadata } = await readPage(post.place, oldest, cursor, client);
    const found = messages.find((message) => postIn(message) === post.id);
    if (found?.ts !== undefined) return { kind: 'there', message: found.ts };
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return { kind: 'absent' };
  }
  return { kind: 'unclear' };
}

function readPage({ channel, thread }: Place, oldest: string, cursor: string | undefined, client: webApi.WebClient) {
  const page = {
    ...{ channel, oldest, limit: PAGE, include_all_metadata: true },
    ...(cursor === undefined ? {} : { cursor }),
  };
  return thread === null ? client.conversations.history(page) : client.conversations.replies({ ...page, ts: thread });
}
