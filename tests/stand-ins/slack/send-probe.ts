import { encode, type Kind } from './send-signed.ts';
import { signatureHeaders } from './sign.ts';

export type Probe = {
  readonly secret: string;
  readonly kind: Kind;
  readonly body: Readonly<Record<string, unknown>>;
  /** How old the signature is; Slack's own are seconds old, and after five minutes they are to be refused. */
  readonly secondsAgo?: number;
  /** Replaces headers, or takes them away. */
  readonly headers?: Readonly<Record<string, string | null>>;
};

/** Sends what only somebody else would send to a request URL: signed with another secret, too old, not signed. */
export async function sendProbe(
  url: string,
  probe: Probe,
): Promise<{ readonly status: number; readonly text: string }> {
  const { type, text } = encode(probe.kind, probe.body);
  const seconds = Math.floor(Date.now() / 1000) - (probe.secondsAgo ?? 0);
  const headers = new Headers({ 'content-type': type, ...signatureHeaders(probe.secret, text, seconds) });
  for (const [name, value] of Object.entries(probe.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const response = await fetch(url, { method: 'POST', headers, body: text, redirect: 'manual' });
  return { status: response.status, text: await response.text() };
}

/** Asks a request URL for the challenge, as Slack does when the URL is entered. True if it echoes it. */
export async function verifiesUrl(url: string, secret: string): Promise<boolean> {
  const challenge = `challenge-${Date.now()}`;
  const { status, text } = await sendProbe(url, {
    secret,
    kind: 'events_api',
    body: { token: 'stand-in', type: 'url_verification', challenge },
  });
  return status === 200 && text.includes(challenge);
}
