import { webApi } from '@slack/bolt';
import { quietLogger } from './quiet-logger.ts';
import type { SlackStandIn } from './stand-in.ts';

/** The real client against the stand-in; without retries unless a test wants them. */
export function makeWebClient(
  slack: SlackStandIn,
  token?: string | null,
  options: webApi.WebClientOptions = {},
): webApi.WebClient {
  return new webApi.WebClient(token === undefined ? slack.botToken : (token ?? undefined), {
    slackApiUrl: slack.apiUrl,
    logger: quietLogger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...options,
  });
}
