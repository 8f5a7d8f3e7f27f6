import { isIP, Socket } from 'node:net';
import type { buildConnector, Dispatcher } from 'undici';
import { CONTENT_CODINGS } from './decompress.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { type Allow, guardAddress } from './guard-address.ts';
import { guardLookup, type Lookup } from './guard-lookup.ts';
import { networkProblem } from './network-problem.ts';
import { startDeadline } from './start-deadline.ts';
import type { HeaderOf } from './status-problem.ts';

/** What a site answered: the body is still on its way. */
export type Answer = {
  readonly url: URL;
  readonly status: number;
  readonly headerOf: HeaderOf;
  readonly body: Dispatcher.ResponseData['body'];
};

/** One request. `headers`: beside those that every request has. Header values are bytes, each a character. */
export type Visit = (url: URL, headers: Readonly<Record<string, string>>) => Promise<Answer>;

export type ClientOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Lets single private addresses through. */
  readonly allow?: Allow | undefined;
  /** Stands in for the system's resolver; its answers are judged all the same. */
  readonly lookup?: Lookup | undefined;
};

/**
 * Does some work with the one client that reaches addresses which a person or a feed gave. Each hop's addresses pass the guard
 * before anything is sent; no proxy setting, cookie or cache takes part; nothing stays open behind it.
 * @throws Problem `BLOCKED_ADDRESS`, `NOT_FOUND`, `UNREACHABLE`, `TOO_SLOW`, `CANCELLED`; what `work` throws.
 */
export async function withGuardedClient<T>(
  options: ClientOptions,
  limits: FetchLimits,
  userAgent: string,
  work: (visit: Visit) => Promise<T>,
): Promise<T> {
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
    const visit: Visit = async (target, given) => {
      const headers = { ...given, 'user-agent': userAgent, 'accept-encoding': CONTENT_CODINGS };
      const answer = await undici
        .request(target, { dispatcher: agent, method: 'GET', headers, signal: deadline.signal })
        .catch((error: unknown) => {
          throw networkProblem(error, target.host);
        });
      // A body that is given up raises an error, and one that nobody hears ends the process (undici 8).
      answer.body.on('error', () => undefined);
      return { url: target, status: answer.statusCode, headerOf: firstOf(answer.headers), body: answer.body };
    };
    const done = work(visit);
    done.catch(() => undefined);
    return await Promise.race([done, deadline.expired]);
  } catch (error) {
    throw deadline.problem() ?? error;
  } finally {
    deadline.clear();
    close();
  }
}

/**
 * Opens connections to judged addresses only. Literals are judged here, because for them no resolver is ever called;
 * names in the resolver; and once more what the socket is really connected to.
 */
function guardedConnector(
  build: typeof buildConnector,
  limits: FetchLimits,
  options: ClientOptions,
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
