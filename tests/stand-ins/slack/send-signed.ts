import { type Fields, isFields, readJson } from './fields.ts';
import { signatureHeaders } from './sign.ts';

export type Kind = 'events_api' | 'slash_commands' | 'interactive';

/** How often this was sent before, and why it is sent again. */
export type Retry = { readonly attempt: number; readonly reason: string };

export type Sent = {
  readonly isAcked: boolean;
  readonly status: number | null;
  readonly body: unknown;
  /** Why it has to be sent again, in Slack's words; null if it need not be. */
  readonly reason: string | null;
};

const form = (fields: Fields): string =>
  new URLSearchParams(
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])),
  ).toString();

/** The body as Slack sends it over HTTP: events as JSON, commands as a form, interactions as JSON inside a form. */
export function encode(kind: Kind, body: Fields): { readonly type: string; readonly text: string } {
  if (kind === 'events_api') return { type: 'application/json', text: JSON.stringify(body) };
  const text = kind === 'slash_commands' ? form(body) : form({ payload: JSON.stringify(body) });
  return { type: 'application/x-www-form-urlencoded', text };
}

const retryHeaders = (retry: Retry): Readonly<Record<string, string>> =>
  retry.attempt === 0 ? {} : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason };

/** A body as Slack reads an acknowledgement: JSON, or a text to show. */
function readAcknowledgement(text: string, type: string): unknown {
  if (text.trim() === '') return null;
  const parsed = type.includes('json') ? readJson(text) : undefined;
  return isFields(parsed) ? parsed : { text };
}

/** Posts to the request URL and takes a 2xx within the time as an acknowledgement. */
export async function sendSigned(
  url: string,
  secret: string,
  kind: Kind,
  body: Fields,
  retry: Retry,
  withinMs: number,
): Promise<Sent> {
  const { type, text } = encode(kind, body);
  const lost = (reason: string): Sent => ({ isAcked: false, status: null, body: null, reason });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0',
        ...signatureHeaders(secret, text),
        ...retryHeaders(retry),
      },
      body: text,
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    const said = await response.text();
    const { status } = response;
    if (!response.ok)
      return {
        isAcked: false,
        status,
        body: null,
        reason: response.headers.get('x-slack-no-retry') === '1' ? null : 'http_error',
      };
    return {
      isAcked: true,
      status,
      body: readAcknowledgement(said, response.headers.get('content-type') ?? ''),
      reason: null,
    };
  } catch (error) {
    return lost(error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed');
  }
}
