import { Problem } from '#core/problem.ts';
import { decodeFeed } from '#feeds/decode-feed.ts';
import { type OpmlFeed, readOpml } from '#feeds/read-opml.ts';
import { type FetchFeedOptions, fetchFeed } from '#read/fetch-feed.ts';

/** A list for one channel; a longer one is somebody's archive. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_FEEDS = 500;

/**
 * The feeds that an OPML list at an address names.
 * @throws Problem `NOT_A_FEED` where it is no OPML, `TOO_LARGE` beyond 2 MiB or 500 feeds, and what fetching throws.
 */
export async function loadOpml(
  address: string,
  options: Pick<FetchFeedOptions, 'allow' | 'signal' | 'contact'>,
): Promise<readonly OpmlFeed[]> {
  const answer = await fetchFeed(address, { ...options, limits: { wireBytes: MOST_BYTES, decodedBytes: MOST_BYTES } });
  if (answer.kind !== 'whole') throw new Problem('NOT_FOUND', 'the list is gone');
  const feeds = readOpml(decodeFeed(answer.bytes, answer.contentType));
  if (feeds.length > MOST_FEEDS)
    throw new Problem('TOO_LARGE', `the list names ${feeds.length} feeds, more than ${MOST_FEEDS}`);
  return feeds;
}
