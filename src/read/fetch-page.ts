import { isIP, Socket } from 'node:net';
import type { buildConnector, Dispatcher } from 'undici';
import { Problem } from '#core/problem.ts';
import { CONTENT_CODINGS, contentCoding, decompress } from './decompress.ts';
import { FETCH_LIMITS, type FetchLimits, ROBOTS_BYTES } from './fetch-limits.ts';
import { type Allow, guardAddress } from './guard-address.ts';
import { guardLookup, type Lookup } from './guard-lookup.ts';
import { firstBytes, limitBytes } from './limit-bytes.ts';
import { networkProblem } from './network-problem.ts';
import { ARTICLE_KINDS, mediaTypeOf, type PageKinds } from './page-kinds.ts';
import { type RobotsAnswer, readRobots, robotsUrl } from './read-robots.ts';
import { shorten } from './shorten.ts';
import { startDeadline } from './start-deadline.ts';
import { type HeaderOf, statusProblem } from './status-problem.ts';
import { USER_AGENT } from './user-agent.ts';
import { redirectAddress, webAddress } from './web-address.ts';

/** A document as it came, decompressed. `url` is where it was found in the end; `contentType` is the whole header. */
export type Page = { readonly url: string; readonly contentType: string | null; readonly bytes: Uint8Array };

export type FetchOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Lets single private addresses through. */
  readonly allow?: Allow | undefined;
  /** A person asked for this very page (the default). Where nobody did, robots.txt decides. */
  readonly byPerson?: boolean | undefined;
  readonly accept?: PageKinds | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
  /** Stands in for the system's resolver; its answers are judged all the same. */
  readonly lookup?: Lookup | undefined;
};

type Answer = { readonly url: URL; readonly status: number; readonly headerOf: HeaderOf; readonly body: Body };
type Body = Dispatcher.ResponseData['body'];
type Visit = (url: URL, accept: string) => Promise<Answer>;

/**
 * The one way to an address that a person or a feed gave. Each hop's addresses pass the guard before anything is sent;
 * no proxy setting, cookie or cache takes part; nothing stays open behind it.
 * @throws Problem `BAD_ADDRESS`, `BLOCKED_ADDRESS`, `NOT_FOUND`, `FORBIDDEN`, `DISALLOWED`, `PAYWALLED`, `RATE_LIMITED`,
 *   `UNREACHABLE`, `TOO_MANY_REDIRECTS`, `TOO_LARGE`, `TOO_SLOW`, `UNSUPPORTED_TYPE`, `UNDECODABLE`, `CANCELLED`.
 */
export async function fetchPage(input: string, options: FetchOptions = {}): Promise<Page> {
  const url = webAddress(input);
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const deadline = startDeadline(limits.totalMs, options.signal);
  let close = () => {};
  try {
    // Only here, because its 100 ms of loading are a waste for whoever briefs a file.
    const undici = await import('undici');
    const sockets = new Set<Socket>();
    const agent = new undici.Agent({
      connect: guardedConnector(undici.buildConnector, limits, options, sockets),
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.idleMs,
      maxHeaderSize: limits.headerBytes,
    });
    close = () => {
      agent.destroy().catch(() => undefined);
      for (const socket of sockets) socket.destroy();
    };
    const visit: Visit = async (target, accept) => {
      const headers = { 'user-agent': USER_AGENT, accept, 'accept-encoding': CONTENT_CODINGS };
      const answer = await undici
        .request(target, { dispatcher: agent, method: 'GET', headers, signal: deadline.signal })
        .catch((error: unknown) => {
          throw networkProblem(error, target.host);
        });
      // A body that is given up raises an error, and one that nobody hears ends the process (undici 8).
      answer.body.on('error', () => undefined);
      return { url: target, status: answer.statusCode, headerOf: firstOf(answer.headers), body: answer.body };
    };
    const work = walk(url, visit, limits, options);
    work.catch(() => undefined);
    return await Promise.race([work, deadline.expired]);
  } catch (error) {
    throw deadline.problem() ?? error;
  } finally {
    deadline.clear();
    close();
  }
}

async function walk(url: URL, visit: Visit, limits: FetchLimits, options: FetchOptions): Promise<Page> {
  const kinds = options.accept ?? ARTICLE_KINDS;
  const isWelcomeAt = options.byPerson === false ? createRobotsCheck(visit, limits) : async () => {};
  const answer = await follow(url, (hop) => visit(hop, kinds.header), limits, isWelcomeAt);
  const { host } = answer.url;
  const problem = statusProblem(answer.status, host, answer.headerOf);
  if (problem !== null) throw problem;
  const contentType = answer.headerOf('content-type');
  const mediaType = mediaTypeOf(contentType);
  if (!kinds.isWelcome(mediaType))
    throw new Problem('UNSUPPORTED_TYPE', `${host} sent ${shorten(mediaType ?? 'no type')}`);
  const declared = Number(answer.headerOf('content-length') ?? '');
  if (declared > limits.wireBytes) throw new Problem('TOO_LARGE', `${host} announces ${declared} bytes`);
  const chunks = limitBytes(contentOf(answer, limits), limits.decodedBytes, `from ${host} when decompressed`);
  return { url: answer.url.href, contentType, bytes: await collect(chunks) };
}

/** Goes from redirect to redirect, each judged like a new address, to the first answer that is none. */
async function follow(
  start: URL,
  visit: (url: URL) => Promise<Answer>,
  limits: FetchLimits,
  before: (url: URL) => Promise<void>,
): Promise<Answer> {
  const seen = new Set<string>();
  let url = start;
  while (true) {
    if (seen.has(url.href)) throw new Problem('TOO_MANY_REDIRECTS', `${start.host} redirects in a circle`);
    if (seen.size > limits.redirects) {
      throw new Problem('TOO_MANY_REDIRECTS', `${start.host} redirects more than ${limits.redirects} times`);
    }
    seen.add(url.href);
    await before(url);
    const answer = await visit(url);
    const location = isRedirect(answer.status) ? answer.headerOf('location') : null;
    if (location === null) return answer;
    answer.body.destroy();
    url = redirectAddress(location, url);
  }
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
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
    const answer = await follow(
      robotsUrl(url),
      (hop) => visit(hop, 'text/plain,*/*;q=0.1'),
      limits,
      async () => {},
    );
    if (answer.status < 200 || answer.status >= 300) {
      answer.body.destroy();
      return { status: answer.status, text: '' };
    }
    const bytes = await collect(firstBytes(contentOf(answer, limits), ROBOTS_BYTES));
    return { status: answer.status, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    // RFC 9309, section 2.3.1.2: redirects without end make the file unavailable, not forbidding.
    if (error instanceof Problem && error.code === 'TOO_MANY_REDIRECTS') return { status: null, text: '' };
    throw error;
  }
}

/** The body's bytes, counted on the wire and decompressed. */
function contentOf(answer: Answer, limits: FetchLimits): AsyncGenerator<Uint8Array> {
  const coding = contentCoding(answer.headerOf('content-encoding') ?? '');
  const wire = limitBytes(received(answer), limits.wireBytes, `from ${answer.url.host}`);
  return coding === null ? wire : decompress(wire, coding);
}

async function* received({ body, url }: Answer): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw networkProblem(error, url.host);
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/**
 * Opens connections to judged addresses only. Literals are judged here, because for them no resolver is ever called;
 * names in the resolver; and once more what the socket is really connected to.
 */
function guardedConnector(
  build: typeof buildConnector,
  limits: FetchLimits,
  options: FetchOptions,
  sockets: Set<Socket>,
): buildConnector.connector {
  const allow = options.allow ?? (() => false);
  const lookup = guardLookup(allow, options.lookup);
  // Typed wider than undici does: it returns the socket, which must be closed even while it connects.
  const connect: (...given: Parameters<buildConnector.connector>) => unknown = build({
    timeout: limits.connectMs,
    lookup,
    autoSelectFamily: true,
    allowH2: false,
    maxCachedSessions: 0,
  });
  return (target, done) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const refused = isIP(host) === 0 ? null : refusal(host, allow);
    if (refused !== null) return done(refused, null);
    const opened = connect(target, (error, socket) => {
      if (error !== null) return done(error, null);
      const late = refusal(socket.remoteAddress ?? 'a socket without an address', allow);
      if (late === null) return done(null, socket);
      socket.destroy();
      return done(late, null);
    });
    if (opened instanceof Socket) {
      sockets.add(opened);
      opened.once('close', () => sockets.delete(opened));
    }
  };
}

function refusal(address: string, allow: Allow): Error | null {
  try {
    guardAddress(address, allow);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error('guard failed', { cause: error });
  }
}

/** One value a header; of several the first, as browsers take `location`. */
function firstOf(headers: Dispatcher.ResponseData['headers']): HeaderOf {
  return (name) => {
    const value = headers[name];
    return (typeof value === 'string' ? value : value?.[0]) ?? null;
  };
}
