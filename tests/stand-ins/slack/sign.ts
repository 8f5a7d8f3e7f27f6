import { createHmac } from 'node:crypto';

/** The headers of a request that Slack sends: when, and a v0 signature over time and body. */
export function signatureHeaders(
  secret: string,
  body: string,
  seconds = Math.floor(Date.now() / 1000),
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
}
