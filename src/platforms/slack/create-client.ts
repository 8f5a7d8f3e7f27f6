import { LogLevel, webApi } from '@slack/bolt';
import { CALL_WITHIN_MS } from './limits.ts';

export function createClient(token: string, apiUrl: string | null): webApi.WebClient {
  return new webApi.WebClient(token, { ...clientOptionsFor(apiUrl), logger: SILENT });
}

/** A client says at once what went wrong: the outbox, which looks before it sends again, is the one that retries. */
export function clientOptionsFor(apiUrl: string | null): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: CALL_WITHIN_MS },
  };
}

/** What fails is thrown, and told by whoever called. */
const SILENT: webApi.WebClientOptions['logger'] = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
