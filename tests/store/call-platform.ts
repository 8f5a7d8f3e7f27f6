import type { ChatPlatform } from '#core/chat.ts';

/** The side of `far-platform.ts` that lives in a byline that will be killed. */
export function callPlatform(url: string): ChatPlatform {
  const call = async (path: string, body: unknown, signal?: AbortSignal): Promise<{ message: string | null }> => {
    const response = await fetch(`${url}${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      ...(signal === undefined ? {} : { signal }),
    });
    return JSON.parse(await response.text());
  };
  return {
    name: 'fake',
    pace: { postEveryMs: 0, editEveryMs: 0, perSecond: 5_000, holds: 'platform' },
    editsPrivate: true,
    fit: (card) => [card],
    start: async () => undefined,
    stop: async () => undefined,
    post: async ({ id, place, card }, signal) =>
      (await call('/post', { id, channel: place.channel, card }, signal)).message ?? '',
    edit: async ({ card }, message, signal) => void (await call('/edit', { message, card }, signal)),
    async find(post, _, signal) {
      const { message } = await call('/find', { id: post.id }, signal);
      return message === null ? { kind: 'absent' } : { kind: 'there', message };
    },
  };
}
