import type { Validators } from '#core/corrections.ts';
import { Problem } from '#core/problem.ts';
import { FETCH_LIMITS, type FetchLimits, ROBOTS_BYTES } from './fetch-limits.ts';
import { followRedirects } from './follow-redirects.ts';
import { firstBytes } from './limit-bytes.ts';
import { ARTICLE_KINDS, type PageKinds } from './page-kinds.ts';
import { type RobotsAnswer, readRobots, robotsUrl } from './read-robots.ts';
import { conditionalHeaders, readValidators } from './read-validators.ts';
import { collectBytes, contentOf, receiveBody } from './receive-body.ts';
import { statusProblem } from './status-problem.ts';
import { USER_AGENT } from './user-agent.ts';
import { webAddress } from './web-address.ts';
import { type ClientOptions, type Visit, withGuardedClient } from './with-guarded-client.ts';

/** A document as it came, decompressed. `url` is where it was found in the end; `contentType` is the whole header. */
export type Page = { readonly url: string; readonly contentType: string | null; readonly bytes: Uint8Array };

export type FetchOptions = ClientOptions & {
  /** A person asked for this very page (the default). Where nobody did, robots.txt decides. */
  readonly byPerson?: boolean | undefined;
  readonly accept?: PageKinds | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
};

/**
 * A page at an address that a person or a feed gave, by the guarded client (`with-guarded-client.ts`), redirects followed.
 * @throws Problem `BAD_ADDRESS`, `BLOCKED_ADDRESS`, `NOT_FOUND`, `FORBIDDEN`, `DISALLOWED`, `PAYWALLED`, `RATE_LIMITED`,
 *   `UNREACHABLE`, `TOO_MANY_REDIRECTS`, `TOO_LARGE`, `TOO_SLOW`, `UNSUPPORTED_TYPE`, `UNDECODABLE`, `CANCELLED`.
 */
export async function fetchPage(input: string, options: FetchOptions = {}): Promise<Page> {
  const page = await fetchChanged(input, { etag: null, lastModified: null }, options);
  if (page === null) throw new Problem('UNREACHABLE', 'the site says of a new page that it has not changed');
  return page;
}

/** The same for a page that was fetched before: null where the site says that it has not changed since (304). */
export async function fetchChanged(
  input: string,
  before: Validators,
  options: FetchOptions = {},
): Promise<(Page & Validators) | null> {
  const url = webAddress(input);
  const limits = { ...FETCH_LIMITS, ...options.limits };
  return withGuardedClient(options, limits, USER_AGENT, (visit) => walk(url, before, visit, limits, options));
}

async function walk(
  url: URL,
  before: Validators,
  visit: Visit,
  limits: FetchLimits,
  options: FetchOptions,
): Promise<(Page & Validators) | null> {
  const kinds = options.accept ?? ARTICLE_KINDS;
  const isWelcomeAt = options.byPerson === false ? createRobotsCheck(visit, limits) : async () => {};
  const conditional = conditionalHeaders(before);
  const ask = (hop: URL) => visit(hop, { accept: kinds.header, ...conditional });
  const { answer } = await followRedirects(url, ask, limits, isWelcomeAt);
  if (answer.status === 304 && Object.keys(conditional).length > 0) {
    answer.body.destroy();
    return null;
  }
  const problem = statusProblem(answer.status, answer.url.host, answer.headerOf);
  if (problem !== null) throw problem;
  const validators = readValidators(answer.headerOf);
  return { url: answer.url.href, ...validators, ...(await receiveBody(answer, kinds, limits)) };
}

/** A check that asks each site once for its robots.txt, by the same guarded way. */
function createRobotsCheck(visit: Visit, limits: FetchLimits): (url: URL) => Promise<void> {
  const answers = new Map<string, RobotsAnswer>();
  return async (url) => {
    const answer = answers.get(url.origin) ?? (await fetchRobots(url, visit, limits));
    answers.set(url.origin, answer);
    readRobots(answer, url);
  };
}

async function fetchRobots(url: URL, visit: Visit, limits: FetchLimits): Promise<RobotsAnswer> {
  try {
    const { answer } = await followRedirects(
      robotsUrl(url),
      (hop) => visit(hop, { accept: 'text/plain,*/*;q=0.1' }),
      limits,
      async () => {},
    );
    if (answer.status < 200 || answer.status >= 300) {
      answer.body.destroy();
      return { status: answer.status, text: '' };
    }
    const bytes = await collectBytes(firstBytes(contentOf(answer, limits), ROBOTS_BYTES));
    return { status: answer.status, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    // RFC 9309, section 2.3.1.2: redirects without end make the file unavailable, not forbidding.
    if (error instanceof Problem && error.code === 'TOO_MANY_REDIRECTS') return { status: null, text: '' };
    throw error;
  }
}
