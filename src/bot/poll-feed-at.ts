import type { Polled, PollOrder } from '#core/polling.ts';
import { Problem } from '#core/problem.ts';
import { makeNews } from '#feeds/make-news.ts';
import { readFeed } from '#feeds/read-feed.ts';
import { readManners } from '#feeds/read-manners.ts';
import { type FetchFeedOptions, fetchFeed } from '#read/fetch-feed.ts';

type Told = { readonly etag: string | null; readonly lastModified: string | null } & {
  readonly freshForMs: number | null;
  readonly permanentUrl: string | null;
};

/**
 * Asks a feed for what is new and makes it ready to be kept. A feed that fails is an outcome, not an error.
 * @throws Problem `CANCELLED` where the poll was called off.
 */
export async function pollFeedAt(
  order: PollOrder,
  options: Pick<FetchFeedOptions, 'allow' | 'signal' | 'contact' | 'limits'>,
  now: Date,
): Promise<Polled> {
  const { url, etag, lastModified, subscribers } = order;
  try {
    const answer = await fetchFeed(url, { ...options, etag, lastModified, subscribers });
    if (answer.kind === 'gone') return { outcome: answer, news: null };
    if (answer.kind === 'unchanged') return { outcome: { kind: 'unchanged', ...toldBy(answer) }, news: null };
    const { bytes, contentType } = answer;
    const feed = readFeed(bytes, { url: answer.url, ...(contentType === null ? {} : { contentType }) });
    const { news, weekly } = makeNews(feed, answer.url, now);
    const manners = readManners(bytes, contentType);
    return { outcome: { kind: 'read', manners, weekly, ...toldBy(answer) }, news };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'CANCELLED') throw error;
    return { outcome: failureOf(error), news: null };
  }
}

/** A poll that failed, as an outcome. */
export function failureOf({ code, message, retryAfterMs }: Problem): Polled['outcome'] {
  return { kind: 'failed', code, fact: message, retryAfterMs };
}

function toldBy({ etag, lastModified, freshForMs, permanentUrl }: Told): Told {
  return { etag, lastModified, freshForMs, permanentUrl };
}
