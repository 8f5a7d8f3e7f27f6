import type { Feed } from '#core/feed.ts';
import type { Polling } from '#core/following.ts';
import { Problem, type ProblemCode } from '#core/problem.ts';
import { decodeFeed } from '#feeds/decode-feed.ts';
import { findFeeds } from '#feeds/find-feeds.ts';
import { guessFeeds, knownFeed, linkedFeeds } from '#feeds/guess-feeds.ts';
import { makeNews } from '#feeds/make-news.ts';
import { planNextPoll } from '#feeds/plan-next-poll.ts';
import { readFeed } from '#feeds/read-feed.ts';
import { readManners } from '#feeds/read-manners.ts';
import type { FeedAnswer } from '#read/fetch-feed.ts';
import { webAddress } from '#read/web-address.ts';

/** A feed that was found; `others`: further ones that the site names, not looked at. `polling`: so that the next poll is polite. */
export type DiscoveredFeed = {
  readonly url: string;
  readonly feed: Feed;
  readonly others: readonly string[];
  readonly polling: Polling;
};

type WholeAnswer = Extract<FeedAnswer, { kind: 'whole' }>;
type Ask = (url: string) => Promise<FeedAnswer>;

/** So often is one host asked for one wish, and all hosts together. */
const MOST_A_HOST = 6;
const MOST_REQUESTS = 10;
/** Of so many candidates a page's own are named in an answer. */
const MOST_NAMED = 5;

/** The page may be closed to programs and its feed open. */
const GUESSED_BEHIND: readonly ProblemCode[] = ['FORBIDDEN', 'UNSUPPORTED_TYPE', 'TOO_LARGE', 'UNDECODABLE'];

/**
 * The feed that somebody means by an address: what stands there itself, else what the page there declares, links to or names in a
 * header, else what its site keeps at the usual places; the first that can be read as a feed.
 * @throws Problem `NOT_A_FEED` that says what was tried; what asking for the address itself throws.
 */
export async function discoverFeed(input: string, ask: Ask, now: Date): Promise<DiscoveredFeed> {
  const address = webAddress(
    input
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'https://'),
  ).href;
  const tried: string[] = [];
  const attempt = async (url: string): Promise<DiscoveredFeed | WholeAnswer | null> => {
    if (tried.includes(url) || tried.length >= MOST_REQUESTS) return null;
    const { host } = new URL(url);
    if (tried.filter((one) => new URL(one).host === host).length >= MOST_A_HOST) return null;
    tried.push(url);
    const answer = await ask(url);
    return answer.kind === 'whole' ? (readAs(answer, url, now) ?? answer) : null;
  };
  const candidate = async (url: string): Promise<DiscoveredFeed | null> => {
    const found = await attempt(url).catch(unlessCalledOff);
    return found !== null && 'feed' in found ? found : null;
  };

  const known = knownFeed(address);
  const own = known === null ? null : await candidate(known);
  if (own !== null) return own;

  const page = await attempt(address).catch((error: unknown) => {
    if (error instanceof Problem && GUESSED_BEHIND.includes(error.code)) return null;
    throw error;
  });
  if (page !== null && 'feed' in page) return page;
  const declared = page === null ? [] : namedBy(page);
  for (const url of [...declared, ...guessFeeds(page?.url ?? address)]) {
    const found = await candidate(url);
    if (found !== null)
      return {
        ...found,
        others: declared.filter((other) => other !== url && other !== found.url).slice(0, MOST_NAMED),
      };
  }
  throw new Problem('NOT_A_FEED', `there is no feed at ${address}; tried ${tried.join(', ')}`);
}

/** What a page declares and links to, comments last, and what its headers name. */
function namedBy({ bytes, contentType, url, link }: WholeAnswer): string[] {
  const declared = findFeeds(decodeFeed(bytes, contentType), { url }).map((one) => one.url);
  return [...new Set([...declared, ...linkedFeeds(link, url)])];
}

/** An answer as the feed that it is; null where it is none. */
function readAs(answer: WholeAnswer, asked: string, now: Date): DiscoveredFeed | null {
  const { bytes, contentType, url, permanentUrl } = answer;
  let feed: Feed;
  try {
    feed = readFeed(bytes, contentType === null ? { url } : { url, contentType });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
  const { weekly } = makeNews(feed, url, now);
  const outcome = {
    ...answer,
    kind: 'read',
    manners: readManners(bytes, contentType),
    weekly,
    permanentUrl: null,
  } as const;
  const { polling } = planNextPoll(unread(now), outcome, { now, url: asked, fixedMs: null });
  return { url: permanentUrl ?? asked, feed, others: [], polling };
}

/** What one candidate fails at is no reason to give up; that nobody waits any more is. */
function unlessCalledOff(error: unknown): null {
  if (error instanceof Problem && error.code !== 'CANCELLED') return null;
  throw error;
}

function unread(now: Date): Polling {
  return {
    ...{ etag: null, lastModified: null, readAt: null, mayPollAt: now, nextPollAt: now, failures: 0, problem: null },
    ...{ isGone: false, movedTo: null, weekly: null, manners: { everyMs: 0, skipHours: [], skipDays: [] } },
  };
}
