import { Problem } from '#core/problem.ts';

/** The headers that we look at, each with one value. */
export type HeaderOf = (name: string) => string | null;

/** A week: whoever asks for more is best asked again by a person. */
const LONGEST_WAIT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * What a status means for whoever wants the page; null where there is a page to read. Redirects are not judged here.
 * The status names are those of RFC 9110, section 15.
 */
export function statusProblem(status: number, host: string, headerOf: HeaderOf): Problem | null {
  const wall = botWall(headerOf);
  if (wall !== null) return new Problem('FORBIDDEN', `${host} answered ${status} with a bot check (${wall})`);
  if (status >= 200 && status < 300) return null;
  const fact = `${host} answered ${status}`;
  switch (status) {
    case 404:
    case 410:
      return new Problem('NOT_FOUND', fact);
    case 402:
      return new Problem('PAYWALLED', fact);
    case 429:
      return new Problem('RATE_LIMITED', fact, { retryAfterMs: retryAfterMs(headerOf) });
    // Method, media type, "teapot" and 999 are what sites answer when they do not like the program that asks.
    case 401:
    case 403:
    case 405:
    case 406:
    case 418:
    case 451:
    case 999:
      return new Problem('FORBIDDEN', fact);
    default:
      return new Problem('UNREACHABLE', fact, { retryAfterMs: retryAfterMs(headerOf) });
  }
}

/** Cloudflare and AWS put a test of humanity in the page's place and say so in a header, under any status. */
function botWall(headerOf: HeaderOf): string | null {
  if (headerOf('cf-mitigated') === 'challenge') return 'cf-mitigated: challenge';
  const action = headerOf('x-amzn-waf-action');
  return action === 'challenge' || action === 'captcha' ? `x-amzn-waf-action: ${action}` : null;
}

/**
 * `retry-after` in milliseconds: seconds, or a date (RFC 9110, section 10.2.3). A date is taken against the server's own
 * clock, the `date` header, so a wrong clock on either side does not matter; without that header it says nothing.
 */
function retryAfterMs(headerOf: HeaderOf): number | null {
  const value = headerOf('retry-after')?.trim() ?? '';
  const wait = /^\d{1,10}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.parse(headerOf('date') ?? '');
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}
