import { webApi } from '@slack/bolt';
import { Problem } from '#core/problem.ts';

/** The channel, thread or message is not there (any more). */
const GONE = new Set([
  'channel_not_found',
  'message_not_found',
  'thread_not_found',
  'is_archived',
  'is_inactive',
  'account_inactive',
]);
/** The bot is not in the channel, or an administrator keeps it from writing. */
const KEPT_OUT = new Set([
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'user_not_in_channel',
  'missing_scope',
  'no_permission',
  'ekm_access_denied',
  'access_denied',
  'team_access_not_granted',
]);
/** The bot was removed, or its token is no longer good. */
const REMOVED = new Set(['invalid_auth', 'token_revoked', 'token_expired', 'not_authed', 'team_not_found']);
/** Slack's own trouble; its documentation says that some of it may have been done. */
const TROUBLE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'update_failed',
]);
const HASTE = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Where Slack says "too often" without saying for how long. */
const USUAL_WAIT_MS = 1_000;

/**
 * What went wrong at a call to Slack, as a Problem. `wasAsked`: somebody has just asked there, so that a channel which the bot
 * does not find is one that it was not let into.
 */
export function problemOf(error: unknown, wasAsked: boolean): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new Problem('RATE_LIMITED', 'Slack was asked too often', { retryAfterMs: error.retryAfter * 1_000 });
  if (error instanceof webApi.WebAPIPlatformError) return platformProblem(error.data.error, wasAsked);
  if (error instanceof webApi.WebAPIHTTPError)
    return new Problem('UNREACHABLE', `Slack answered ${error.statusCode}`, { cause: error });
  return new Problem('UNREACHABLE', 'Slack does not answer', { cause: error });
}

function platformProblem(word: string, wasAsked: boolean): Problem {
  const fact = `Slack says ${word}`;
  if (word === 'channel_not_found' && wasAsked) return new Problem('MAY_NOT_POST', fact);
  if (GONE.has(word) || REMOVED.has(word)) return new Problem('CHANNEL_GONE', fact);
  if (KEPT_OUT.has(word)) return new Problem('MAY_NOT_POST', fact);
  if (HASTE.has(word)) return new Problem('RATE_LIMITED', fact, { retryAfterMs: USUAL_WAIT_MS });
  if (TROUBLE.has(word)) return new Problem('UNREACHABLE', fact);
  return new Problem('POST_REFUSED', fact);
}
