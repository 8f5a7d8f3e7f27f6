import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { Problem, type ProblemCode } from '#core/problem.ts';

/** Discord said no, and why. `code`: its own number, 0 where it gives none. */
export class Refusal extends Problem {
  readonly discord: number;

  constructor(code: ProblemCode, discord: number, message: string) {
    super(code, message);
    this.discord = discord;
  }
}

const GONE: readonly number[] = [Code.UnknownChannel, Code.UnknownGuild, Code.UnknownMessage];
const KEPT_OUT: readonly number[] = [
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesInNonTextChannel,
  Code.ThreadLocked,
  // A thread that is archived and could not be woken.
  50083,
];
/** An interaction's token that is no good any more, or never was. */
const EXPIRED: readonly number[] = [Code.UnknownWebhook, Code.InvalidWebhookToken, Code.UnknownInteraction];

/** Where Discord says "too often" without saying for how long. */
const USUAL_WAIT_MS = 1_000;

/**
 * What went wrong at a call to Discord, as a Problem. discord.js's own errors hold the body and the address of the request, and
 * with them texts and tokens: nothing of them is kept but what Discord says. `byToken`: it was asked with an interaction's token.
 */
export function problemOf(error: unknown, byToken: boolean): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RateLimitError) {
    const waitMs = Math.ceil(Math.max(error.retryAfter, error.sublimitTimeout));
    const retryAfterMs = waitMs > 0 ? waitMs : USUAL_WAIT_MS;
    return new Problem('RATE_LIMITED', 'Discord was asked too often', { retryAfterMs });
  }
  if (error instanceof DiscordAPIError) return refusalOf(error, byToken);
  if (error instanceof HTTPError) return new Problem('UNREACHABLE', `Discord answered ${error.status}`);
  const name = error instanceof Error ? error.name : 'something unknown';
  return new Problem('UNREACHABLE', `Discord does not answer (${name})`);
}

/** Whether Discord refused with this number. */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is Refusal {
  return error instanceof Refusal && codes.includes(error.discord);
}

function refusalOf(error: DiscordAPIError, byToken: boolean): Refusal {
  const code = typeof error.code === 'number' ? error.code : 0;
  // It may repeat values that it was sent.
  const said = error.message.replace(/"[^"]*"/g, '"…"').slice(0, 400);
  return new Refusal(kindOf(code, error.status, byToken), code, `Discord answered ${error.status}, ${code}: ${said}`);
}

function kindOf(code: number, status: number, byToken: boolean): ProblemCode {
  if (EXPIRED.includes(code) || (byToken && status === 401)) return 'REPLY_EXPIRED';
  if (status === 401) return 'BAD_SETTINGS';
  if (GONE.includes(code)) return 'CHANNEL_GONE';
  if (KEPT_OUT.includes(code) || status === 403) return 'MAY_NOT_POST';
  return status === 404 ? 'CHANNEL_GONE' : 'POST_REFUSED';
}
