import { afterEach, expect, test } from 'vitest';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { createRateLimits } from './rate-limits.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL } from './world.ts';

let slack: SlackStandIn | undefined;
afterEach(() => slack?.close());

test('a post a second a channel may pass, with 20 ms for the clock', () => {
  const limits = createRateLimits(true);
  const post = (channel: string, now: number) => limits.wait('chat.postMessage', 'T1', { channel }, now);
  expect([post('C1', 0), post('C1', 979), post('C2', 979), post('C1', 980), post('C1', 1900)]).toEqual([0, 1, 0, 0, 1]);
});

test('fifty updates a minute may pass in a workspace, and the answer says how long to wait', () => {
  const limits = createRateLimits(true);
  const update = (team: string, now: number) => limits.wait('chat.update', team, {}, now);
  const passed = Array.from({ length: 50 }, (_, index) => update('T1', index * 100));
  expect(passed.every((seconds) => seconds === 0)).toBe(true);
  expect(update('T1', 5000)).toBe(55);
  expect(update('T2', 5000)).toBe(0);
  expect(update('T1', 60_001)).toBe(0);
});

test('other methods have a hundred a minute, or what a test sets', () => {
  const limits = createRateLimits(true, { 'views.open': 1 });
  const passed = Array.from({ length: 100 }, () => limits.wait('users.info', 'T1', {}, 0));
  expect(passed.every((seconds) => seconds === 0)).toBe(true);
  expect(limits.wait('users.info', 'T1', {}, 0)).toBe(60);
  expect([limits.wait('views.open', 'T1', {}, 0), limits.wait('views.open', 'T1', {}, 0)]).toEqual([0, 60]);
});

test('the real client is refused with 429 and the seconds to wait, and its haste is counted', async () => {
  slack = await createSlack();
  const client = makeWebClient(slack);
  await client.chat.postMessage({ channel: HOME_CHANNEL, text: 'one' });
  const hasty = client.chat.postMessage({ channel: HOME_CHANNEL, text: 'two' });
  await expect(hasty).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
  expect(slack.tooFast()).toBe(1);
  expect(slack.messages()).toHaveLength(1);
  expect(slack.requests.map(({ status, error }) => [status, error])).toEqual([
    [200, null],
    [429, 'ratelimited'],
  ]);
});

test('the real client waits and posts again by itself', async () => {
  slack = await createSlack();
  const client = makeWebClient(slack, undefined, {
    retryConfig: { minTimeout: 1, retries: 3 },
    rejectRateLimitedCalls: false,
  });
  await client.chat.postMessage({ channel: HOME_CHANNEL, text: 'one' });
  await client.chat.postMessage({ channel: HOME_CHANNEL, text: 'two' });
  expect(slack.messages().map(({ text }) => text)).toEqual(['one', 'two']);
  expect(slack.tooFast()).toBe(1);
});

test('limits can be off', async () => {
  slack = await createSlack({ limits: 'off' });
  const client = makeWebClient(slack);
  for (const text of ['one', 'two', 'three']) await client.chat.postMessage({ channel: HOME_CHANNEL, text });
  expect(slack.messages()).toHaveLength(3);
});
