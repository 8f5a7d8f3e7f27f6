import { Problem } from '#core/problem.ts';
import { FEED_KINDS } from './feed-kinds.ts';
import { FEED_LIMITS, type FetchLimits } from './fetch-limits.ts';
import { followRedirects } from './follow-redirects.ts';
import { freshFor } from './fresh-for.ts';
import { conditionalHeaders, readValidators } from './read-validators.ts';
import { receiveBody } from './receive-body.ts';
import { statusProblem } from './status-problem.ts';
import { feedUserAgent } from './user-agent.ts';
import { webAddress } from './web-address.ts';
import { type Answer, type ClientOptions, withGuardedClient } from './with-guarded-client.ts';

type FeedRequest = {
  /** What the last whole answer was marked with, as it came: characters are bytes. Null: nothing. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** How many channels it is for; a site may count its readers by it. */
  readonly subscribers?: number;
  /** Where its operator can be found, an address; null: nowhere. */
  readonly contact?: string | null;
};

/** What every sound answer tells. `permanentUrl`: where the site says for good that the feed has gone. */
type Told = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** For how long it says that it stays as it is, in ms; null: it says nothing. */
  readonly freshForMs: number | null;
  readonly permanentUrl: string | null;
};

export type FeedAnswer =
  | (Told & {
      readonly kind: 'whole';
      /** Where it was found in the end. */
      readonly url: string;
      readonly contentType: string | null;
      readonly bytes: Uint8Array;
      /** The `link` header (RFC 8288), for a page that is no feed itself. */
      readonly link: string | null;
    })
  | (Told & { readonly kind: 'unchanged' })
  /** 410: it is not to be asked for again. */
  | { readonly kind: 'gone'; readonly fact: string };

export type FetchFeedOptions = ClientOptions & FeedRequest & { readonly limits?: Partial<FetchLimits> | undefined };

/**
 * A feed's address asked as feeds are asked: only for what is new (RFC 9110, section 13), by the guarded client. Channels asked for
 * this very feed, so robots.txt has no say. Whether it is a feed shows when it is read.
 * @throws Problem as `fetchPage` does, but for `DISALLOWED`.
 */
export async function fetchFeed(input: string, options: FetchFeedOptions = {}): Promise<FeedAnswer> {
  const url = webAddress(input);
  const limits = { ...FEED_LIMITS, ...options.limits };
  const { etag = null, lastModified = null } = options;
  const headers = {
    accept: FEED_KINDS.header,
    ...conditionalHeaders({ etag, lastModified }),
  };
  const isConditional = Boolean(etag) || Boolean(lastModified);
  return withGuardedClient(options, limits, feedUserAgent(options), async (visit) => {
    const ask = (hop: URL) => visit(hop, headers);
    const { answer, permanent } = await followRedirects(url, ask, limits, async () => {});
    const { host } = answer.url;
    if (answer.status === 410) return { kind: 'gone', fact: `${host} answered 410` };
    const told = { ...toldBy(answer), permanentUrl: permanent?.href ?? null };
    if (answer.status === 304 && isConditional) return { kind: 'unchanged', ...told };
    const problem = statusProblem(answer.status, host, answer.headerOf);
    if (problem !== null) throw problem;
    // No content, or a part of it: a feed that was read from these would be an empty one.
    if (answer.status !== 200 && answer.status !== 203)
      throw new Problem('UNREACHABLE', `${host} answered ${answer.status} without the feed`);
    const body = await receiveBody(answer, FEED_KINDS, limits);
    return { kind: 'whole', url: answer.url.href, link: answer.headerOf('link'), ...body, ...told };
  });
}

function toldBy({ headerOf }: Answer): Omit<Told, 'permanentUrl'> {
  return { ...readValidators(headerOf), freshForMs: freshFor(headerOf) };
}
