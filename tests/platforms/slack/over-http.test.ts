/** Requests that come in over HTTP: only Slack's are heard, and whatever else comes gets its right status and harms nobody. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signatureHeaders } from '../../stand-ins/slack/sign.ts';
import { openSlackPlatform, type SlackPlatform } from './a-slack-platform.ts';
import { NOT_OURS } from './serve-slack.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const MENTION = { type: 'app_mention', user: 'U0READER00', text: 'hi', ts: '1.1', channel: 'C0NEWSROOM' };
/** Slack's own bodies are some kilobytes. */
const TOO_LARGE = 5 * 1024 * 1024;

let it: SlackPlatform;
beforeEach(async () => {
  it = await openSlackPlatform(() => ({ appToken: null }));
});
afterEach(() => it.close());

const eventBody = (event: object = MENTION) =>
  JSON.stringify({ type: 'event_callback', team_id: it.slack.team, event_id: 'Ev1', event_time: 1, event });

function send(body: string, headers: Readonly<Record<string, string>>, path = '/slack/events'): Promise<Response> {
  return fetch(`${it.url}${path}`, { method: 'POST', headers, body });
}
const sendSigned = (body: string, type: Readonly<Record<string, string>> = JSON_TYPE) =>
  send(body, { ...type, ...signatureHeaders(it.slack.signingSecret, body) });

describe('while it listens', () => {
  beforeEach(() => it.platform.start(it.hears));

  test('what Slack signed is heard', async () => {
    expect((await sendSigned(eventBody())).status).toBe(200);
    expect(it.heard.arrivals).toHaveLength(1);
  });

  test('Slack’s challenge is answered', async () => {
    const response = await sendSigned(JSON.stringify({ type: 'url_verification', challenge: 'is it you?' }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ challenge: 'is it you?' });
  });

  test.each([
    ['without a signature', () => ({})],
    ['with another’s signature', (body: string) => signatureHeaders('guess', body)],
    ['with the signature of another body', () => signatureHeaders(it.slack.signingSecret, '{}')],
    ['signed ten minutes ago', (body: string) => signatureHeaders(it.slack.signingSecret, body, now() - 600)],
    ['signed at a time that is none', (body: string) => signatureHeaders(it.slack.signingSecret, body, Number.NaN)],
    ['with half a signature', (body: string) => ({ 'x-slack-signature': sign(body).slice(0, 20) })],
  ] as const)('a request %s is refused', async (_, headers) => {
    for (const body of [eventBody(), JSON.stringify({ type: 'url_verification', challenge: 'x' })])
      expect((await send(body, { ...JSON_TYPE, ...headers(body) })).status).toBe(401);
    expect(it.heard.arrivals).toEqual([]);
  });

  test('an unsigned check of the connection is answered, and what is smuggled in with it is not heard', async () => {
    const smuggled = new URLSearchParams({ ssl_check: '1', payload: eventBody(), command: '/brief', text: 'x' });
    expect((await send(smuggled.toString(), FORM_TYPE)).status).toBe(200);
    expect(it.heard.arrivals).toEqual([]);
  });

  test.each(['{', 'not json', '', '{"type":"event_callback"', '\u0000'])('garbage (%j) is refused', async (body) => {
    expect((await sendSigned(body)).status).toBe(400);
    expect((await sendSigned(`payload=${encodeURIComponent(body)}`, FORM_TYPE)).status).toBe(400);
  });

  test('a body that is too large is refused, signed or not', async () => {
    const body = eventBody({ ...MENTION, text: 'x'.repeat(TOO_LARGE) });
    expect((await sendSigned(body)).status).toBe(413);
    expect((await send(body, JSON_TYPE)).status).toBe(413);
    expect(it.heard.arrivals).toEqual([]);
  });

  test.each([
    ['POST', '/slack/nothing'],
    ['POST', '/slack/'],
    ['GET', '/slack/events'],
    ['PUT', '/slack/events'],
    ['GET', '/slack/events/../../etc/passwd'],
    ['GET', '/slack/%00%ff'],
    ['GET', '/slack/install'],
    ['GET', '/slack/oauth_redirect?code=x'],
    ['GET', '/slackish'],
    ['GET', '/'],
  ])('%s %s is left to somebody else', async (method, path) => {
    const response = await fetch(`${it.url}${path}`, { method });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(NOT_OURS);
  });

  test('after all of that it still hears', async () => {
    await send('{', JSON_TYPE);
    await fetch(`${it.url}/slack/nothing`);
    expect((await it.slack.slash('/brief', 'https://example.org')).isAcked).toBe(true);
    expect(it.heard.arrivals).toMatchObject([{ kind: 'command', input: 'https://example.org' }]);
  });

  test('an event that could not be stored is not acknowledged, and heard again', async () => {
    const { respond } = it.bot;
    it.bot.respond = () => {
      it.bot.respond = respond;
      return Promise.reject(new Error('the disk is full'));
    };
    const { isAcked, status } = await it.slack.say(`<@${it.slack.bot.userId}> hello there`);
    expect({ isAcked, status }).toEqual({ isAcked: false, status: 500 });
    await expect.poll(() => new Set(it.heard.arrivals.map(({ id }) => id)).size).toBe(1);
    await expect.poll(() => it.heard.arrivals.length).toBeGreaterThan(1);
  });

  test('no word of what somebody said goes to the log', async () => {
    it.bot.respond = () => Promise.reject(new Error('no'));
    await it.slack.slash('/ask', 'my secret question');
    await it.slack.say(`<@${it.slack.bot.userId}> my secret mention`);
    expect(it.troubles.length).toBeGreaterThan(0);
    expect(JSON.stringify(it.troubles.map(({ what, cause }) => [what, String(cause)]))).not.toContain('secret');
  });
});

test('what comes before it listens, and after, is told to come again', async () => {
  for (const isBefore of [true, false]) {
    if (!isBefore) {
      await it.platform.start(it.hears);
      await it.platform.stop();
    }
    const response = await sendSigned(eventBody());
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
  }
  expect(it.heard.arrivals).toEqual([]);
});

test('for many workspaces it answers both events and those who install it', async () => {
  await it.close();
  it = await openSlackPlatform((slack) => ({
    ...{ appToken: null, botToken: null },
    oauth: { clientId: slack.clientId, clientSecret: slack.clientSecret, publicUrl: 'https://byline.example.org' },
  }));
  it.rows.set(it.slack.team, {
    ...{ platform: 'slack', workspace: it.slack.team, enterprise: null, tokens: { bot: it.slack.botToken }, facts: {} },
  });
  await it.platform.start(it.hears);
  expect((await sendSigned(eventBody())).status).toBe(200);
  expect(it.heard.arrivals).toHaveLength(1);
  const page = await fetch(`${it.url}/slack/install`, { redirect: 'manual' });
  expect(page.status).toBe(302);
  const to = new URL(page.headers.get('location') ?? '');
  expect(to.searchParams.get('redirect_uri')).toBe('https://byline.example.org/slack/oauth_redirect');
  expect((await fetch(`${it.url}/slack/oauth_redirect?code=x&state=y`)).status).toBe(400);
  expect((await fetch(`${it.url}/slack/nothing`)).status).toBe(404);
});

test('in Socket Mode no event is taken over HTTP', async () => {
  await it.close();
  it = await openSlackPlatform((slack) => ({
    oauth: { clientId: slack.clientId, clientSecret: slack.clientSecret, publicUrl: null },
  }));
  await it.platform.start(it.hears);
  const response = await sendSigned(eventBody());
  expect([response.status, await response.text()]).toEqual([404, NOT_OURS]);
  expect((await fetch(`${it.url}/slack/install`, { redirect: 'manual' })).status).toBe(302);
  expect(it.heard.arrivals).toEqual([]);
});

function now(): number {
  return Math.floor(Date.now() / 1000);
}
function sign(body: string): string {
  return signatureHeaders(it.slack.signingSecret, body)['x-slack-signature'] ?? '';
}
