import { Problem } from '#core/problem.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { redirectAddress } from './web-address.ts';
import type { Answer } from './with-guarded-client.ts';

/** Where redirects ended. `permanent`: where those from the first on led that say that they are for good; null: none does. */
export type Arrived = { readonly answer: Answer; readonly permanent: URL | null };

/** Goes from redirect to redirect, each judged like a new address, to the first answer that is none. */
export async function followRedirects(
  start: URL,
  visit: (url: URL) => Promise<Answer>,
  limits: FetchLimits,
  before: (url: URL) => Promise<void>,
): Promise<Arrived> {
  const seen = new Set<string>();
  let url = start;
  let permanent: URL | null = null;
  let isForGood = true;
  while (true) {
    if (seen.has(url.href)) throw new Problem('TOO_MANY_REDIRECTS', `${start.host} redirects in a circle`);
    if (seen.size > limits.redirects) {
      throw new Problem('TOO_MANY_REDIRECTS', `${start.host} redirects more than ${limits.redirects} times`);
    }
    seen.add(url.href);
    await before(url);
    const answer = await visit(url);
    const location = isRedirect(answer.status) ? answer.headerOf('location') : null;
    if (location === null) return { answer, permanent };
    answer.body.destroy();
    url = redirectAddress(location, url);
    isForGood &&= answer.status === 301 || answer.status === 308;
    if (isForGood) permanent = url;
  }
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
