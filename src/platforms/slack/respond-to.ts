import type { types } from '@slack/bolt';
import { Problem } from '#core/problem.ts';
import { CALL_WITHIN_MS } from './limits.ts';

const USED_UP = [403, 404, 410];
const SLACK_HOST = /(?:^|\.)slack(?:-gov)?\.com$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const USUAL_WAIT_MS = 1_000;

/**
 * Answers whoever asked, alone, by the address that Slack gave with the question. False where it no longer takes an answer.
 * The address comes from Slack; all the same only Slack's own hosts, or what stands in for them on this machine, are spoken to.
 * @throws Problem `UNREACHABLE`, `RATE_LIMITED`, `POST_REFUSED`; what `fetch` throws where nobody answers.
 */
export async function respondTo(
  address: string,
  message: { readonly text: string; readonly blocks: types.KnownBlock[]; readonly thread: string | null },
  apiUrl: string | null,
): Promise<boolean> {
  if (!isOfSlack(address, apiUrl)) return false;
  const { text, blocks, thread } = message;
  const response = await globalThis.fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      ...{ response_type: 'ephemeral', replace_original: false, text, blocks },
      ...(thread === null ? {} : { thread_ts: thread }),
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(CALL_WITHIN_MS),
  });
  const words = await response.text();
  if (response.ok && !/^\s*\{.*"ok"\s*:\s*false/s.test(words)) return true;
  if (response.ok) throw new Problem('POST_REFUSED', 'Slack does not take this answer');
  if (USED_UP.includes(response.status)) return false;
  const fact = `Slack answered ${response.status}`;
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new Problem('RATE_LIMITED', fact, { retryAfterMs: seconds > 0 ? seconds * 1_000 : USUAL_WAIT_MS });
  }
  throw new Problem(response.status >= 500 ? 'UNREACHABLE' : 'POST_REFUSED', fact);
}

function isOfSlack(address: string, apiUrl: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (protocol === 'https:' && SLACK_HOST.test(hostname)) return true;
  if (apiUrl === null) return false;
  const api = new URL(apiUrl);
  return origin === api.origin || (LOOPBACK.test(api.hostname) && LOOPBACK.test(hostname));
}
