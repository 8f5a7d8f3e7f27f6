import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { createFaults, seededNumbers } from './faults.ts';
import type { SlackFault, SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL as channel } from './world.ts';

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await createSlack({ limits: 'off' });
});
afterEach(() => slack.close());

const clientOf = (retries: number, timeout = 0) =>
  makeWebClient(slack, undefined, { retryConfig: { retries, minTimeout: 1 }, timeout });

test.each<[string, SlackFault, object, number]>([
  ['a status', { kind: 'status', status: 503 }, { code: 'slack_webapi_http_error', statusCode: 503 }, 0],
  ['a status after the work', { kind: 'status', status: 500, isDone: true }, { code: 'slack_webapi_http_error' }, 1],
  [
    'an error',
    { kind: 'error', error: 'restricted_action' },
    { code: 'slack_webapi_platform_error', data: { error: 'restricted_action' } },
    0,
  ],
  ['haste', { kind: 'rate-limited', retryAfter: 7 }, { code: 'slack_webapi_rate_limited_error', retryAfter: 7 }, 0],
  ['a connection cut before', { kind: 'drop-before' }, { code: 'slack_webapi_request_error' }, 0],
  ['a connection cut after', { kind: 'drop-after' }, { code: 'slack_webapi_request_error' }, 1],
])('%s reaches the real client as such, once', async (_, fault, error, posted) => {
  slack.fail('chat.postMessage', fault);
  const client = clientOf(0);
  await expect(client.chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject(error);
  expect(slack.messages()).toHaveLength(posted);
  expect(await client.chat.postMessage({ channel, text: 'b' })).toMatchObject({ ok: true });
});

test('a call that stalls is never answered', async () => {
  slack.fail('chat.postMessage', { kind: 'stall' });
  await expect(clientOf(0, 50).chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(slack.requests.at(-1)).toMatchObject({ status: 0, error: 'stall' });
  expect(slack.messages()).toHaveLength(0);
});

test('faults queue up, and the real client’s own retries post twice what was cut after', async () => {
  slack.fail('chat.postMessage', { kind: 'drop-after' });
  slack.fail('chat.postMessage', { kind: 'status', status: 500 });
  await clientOf(3).chat.postMessage({ channel, text: 'twice' });
  expect(slack.messages().map(({ text }) => text)).toEqual(['twice', 'twice']);
  expect(slack.requests).toHaveLength(3);
});

test('a response_url can fail too', async () => {
  slack.fail('response_url', { kind: 'status', status: 502 });
  const response = await fetch(slack.apiUrl.replace('api/', 'respond/none'), { method: 'POST', body: '{}' });
  expect(response.status).toBe(502);
});

test('what fails often fails in the same order for the same seed, in all four ways, until it is ended', () => {
  const draw = (seed: number) => {
    const faults = createFaults();
    faults.failOften(['chat.update'], 0.5, seed);
    return Array.from({ length: 60 }, () => faults.next('chat.update')?.kind ?? 'none');
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(1))).toEqual(new Set(['none', 'status', 'rate-limited', 'drop-before', 'drop-after']));
  const faults = createFaults();
  faults.failOften(['chat.update'], 1);
  expect(faults.next('chat.postMessage')).toBeUndefined();
  expect(faults.next('chat.update')).toBeDefined();
  faults.failOften(['chat.update'], 0);
  expect(faults.next('chat.update')).toBeUndefined();
});

test('seeded numbers stay between 0 and 1', () => {
  const draw = seededNumbers(7);
  const numbers = Array.from({ length: 1000 }, draw);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
});
