import { REST, type RequestMethod, type RouteLike } from 'discord.js';
import { Problem } from '#core/problem.ts';
import { CALL_WITHIN_MS } from './limits.ts';
import type { DiscordAccess } from './options.ts';
import { problemOf } from './problem-of.ts';

type Call = {
  readonly method: RequestMethod;
  readonly route: RouteLike;
  readonly body?: object;
  readonly query?: Readonly<Record<string, string>>;
};

/** Requests to Discord, one attempt each: whoever asks knows what to do when one fails. */
export type Api = {
  /** As the bot. @throws Problem */
  readonly asBot: (call: Call, signal: AbortSignal) => Promise<unknown>;
  /** By the token of an interaction, which stands in the route. @throws Problem */
  readonly byToken: (call: Call, signal: AbortSignal) => Promise<unknown>;
};

/**
 * discord.js's own client for requests, beside the one of its gateway: it works before the gateway is there and after. It neither
 * waits nor tries again by itself, for the outbox does, and looks before it does.
 */
export function createApi({ token, apiUrl }: DiscordAccess): Api {
  const options = {
    ...(apiUrl === null ? {} : { api: apiUrl }),
    ...{ version: '10', retries: 0, timeout: CALL_WITHIN_MS, rejectOnRateLimit: () => true },
  };
  const bot = new REST(options);
  // What goes by an interaction's token is not counted against the bot (topics/rate-limits).
  const interactions = new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });

  async function request(call: Call, signal: AbortSignal, byToken: boolean): Promise<unknown> {
    if (signal.aborted) throw new Problem('UNREACHABLE', 'the call was called off');
    // After one 401 discord.js forgets the token.
    if (!byToken) bot.setToken(token);
    try {
      return await (byToken ? interactions : bot).request({
        ...{ method: call.method, fullRoute: call.route, signal, auth: !byToken },
        ...(call.body === undefined ? {} : { body: call.body }),
        ...(call.query === undefined ? {} : { query: new URLSearchParams(call.query) }),
      });
    } catch (error) {
      throw problemOf(error, byToken);
    }
  }

  return {
    asBot: (call, signal) => request(call, signal, false),
    byToken: (call, signal) => request(call, signal, true),
  };
}
