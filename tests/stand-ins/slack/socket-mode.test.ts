import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openClient } from './a-socket-client.ts';
import { createSlack } from './create-slack.ts';
import { type Fields, fieldsAt } from './fields.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL } from './world.ts';

const WITHIN_MS = 100;

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await createSlack({ limits: 'off', retryDelaysMs: [5, 5, 5], pingEveryMs: 30 });
});
afterEach(() => slack.close());

/** A Slack that waits less, for tests in which it waits in vain. */
async function beImpatient(): Promise<void> {
  await slack.close();
  slack = await createSlack({ limits: 'off', retryDelaysMs: [5, 5, 5], acknowledgeWithinMs: WITHIN_MS });
}

const attemptsOf = (envelopes: readonly Fields[]): readonly unknown[] =>
  envelopes.map((envelope) => [envelope.retry_attempt, envelope.retry_reason]);
const idsOf = (envelopes: readonly Fields[]): ReadonlySet<unknown> =>
  new Set(envelopes.map((envelope) => fieldsAt(envelope, 'payload').event_id));

test('a client is greeted, counted and pinged', async () => {
  const { socket, greetings } = await openClient(slack, () => null);
  await new Promise((done) => socket.once('ping', done));
  expect(greetings).toMatchObject([
    { type: 'hello', num_connections: 1, connection_info: { app_id: slack.bot.appId } },
  ]);
  expect(slack.sockets()).toBe(1);
  await slack.connected();
});

test('a ticket opens one connection, and without one there is none', async () => {
  const { ticketUrl } = await openClient(slack, () => null);
  for (const url of [ticketUrl, ticketUrl.replace(/ticket=\w+/u, 'ticket=guess')]) {
    const socket = new WebSocket(url);
    const error = await new Promise<Error>((done) => socket.once('error', done));
    expect(error.message).toContain('403');
  }
});

test('the eleventh connection is turned away', async () => {
  for (let count = 0; count < 10; count += 1) await openClient(slack, () => null);
  const { greetings } = await openClient(slack, () => null);
  expect(greetings).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  expect(slack.sockets()).toBe(10);
});

test('an event that is not acknowledged comes again, three times at most, with the same id', async () => {
  await beImpatient();
  const { envelopes } = await openClient(slack, () => undefined);
  const said = await slack.say('hello');
  expect(said).toMatchObject({ isAcked: false, status: null, body: null });
  expect(said.ms).toBeGreaterThanOrEqual(WITHIN_MS - 5);
  await expect.poll(() => envelopes.length).toBe(4);
  await new Promise((done) => setTimeout(done, WITHIN_MS + 20));
  expect(attemptsOf(envelopes)).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
    [3, 'timeout'],
  ]);
  expect(idsOf(envelopes).size).toBe(1);
});

test('an event that is acknowledged the second time comes no third time', async () => {
  await beImpatient();
  const { envelopes } = await openClient(slack, (envelope) => (envelope.retry_attempt === 1 ? null : undefined));
  await slack.say('hello');
  await expect.poll(() => envelopes.length).toBe(2);
  await new Promise((done) => setTimeout(done, WITHIN_MS + 20));
  expect(envelopes).toHaveLength(2);
});

test('a command that is acknowledged too late has timed out, and does not come again', async () => {
  await beImpatient();
  const { socket, envelopes } = await openClient(slack, () => undefined);
  const late = await slack.slash('/brief', 'a');
  socket.send(JSON.stringify({ envelope_id: envelopes[0]?.envelope_id, payload: { text: 'too late' } }));
  await new Promise((done) => setTimeout(done, WITHIN_MS));
  expect(late).toMatchObject({ isAcked: false, body: null });
  expect(envelopes).toHaveLength(1);
  expect(slack.ephemerals).toEqual([]);
});

test('three seconds are what Slack waits for an acknowledgement', async () => {
  await slack.close();
  slack = await createSlack();
  const { socket } = await openClient(slack, () => undefined);
  const asked = new Promise((done) => socket.once('message', done));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let acknowledgement: unknown = 'none yet';
  const slash = slack.slash('/brief', 'a').then((came) => {
    acknowledgement = came;
  });
  await asked;
  await vi.advanceTimersByTimeAsync(2999);
  expect(acknowledgement).toBe('none yet');
  await vi.advanceTimersByTimeAsync(1);
  await slash;
  expect(acknowledgement).toMatchObject({ isAcked: false });
});

test('an acknowledgement for something else does not count', async () => {
  await beImpatient();
  const { socket } = await openClient(slack, () => undefined);
  const slash = slack.slash('/brief', 'a');
  socket.send(JSON.stringify({ envelope_id: 'another', payload: {} }));
  socket.send('no JSON');
  expect(await slash).toMatchObject({ isAcked: false });
});

test('each event goes to one of the clients', async () => {
  const one = await openClient(slack, () => null);
  const two = await openClient(slack, () => null);
  for (const text of ['a', 'b', 'c', 'd']) await slack.say(text);
  expect([one.envelopes.length, two.envelopes.length]).toEqual([2, 2]);
});

test('events wait while nobody is there; commands do not', async () => {
  expect(await slack.say('while away')).toMatchObject({ isAcked: false, ms: 0 });
  expect(await slack.slash('/brief', 'while away')).toMatchObject({ isAcked: false, ms: 0 });
  const { envelopes } = await openClient(slack, () => null);
  await expect.poll(() => envelopes.length).toBe(1);
  expect(envelopes[0]).toMatchObject({
    type: 'events_api',
    retry_attempt: 1,
    payload: { event: { text: 'while away' } },
  });
});

test('what was under way when the connection broke comes again over the next', async () => {
  await openClient(slack, () => undefined);
  const said = slack.say('in between');
  slack.dropSockets();
  expect(await said).toMatchObject({ isAcked: false });
  expect(slack.sockets()).toBe(0);
  const { envelopes } = await openClient(slack, () => null);
  await expect.poll(() => attemptsOf(envelopes)).toEqual([[1, 'timeout']]);
});

test('a client that is asked to leave gets nothing more, and what it has may still be acknowledged', async () => {
  const { socket, envelopes, greetings } = await openClient(slack, () => undefined);
  const said = slack.say('before');
  await expect.poll(() => envelopes.length).toBe(1);
  slack.refreshSockets();
  socket.send(JSON.stringify({ envelope_id: envelopes[0]?.envelope_id }));
  expect(await said).toMatchObject({ isAcked: true });
  await slack.say('after');
  expect(greetings.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  expect(slack.sockets()).toBe(0);
  expect(envelopes).toHaveLength(1);
});

test('the last thing can be delivered once more: the same event, as a retry', async () => {
  const { envelopes } = await openClient(slack, () => null);
  await slack.say(`<@${slack.bot.userId}> hello`, { channel: HOME_CHANNEL });
  expect(await slack.redeliver()).toMatchObject({ isAcked: true });
  expect(envelopes.map((envelope) => envelope.retry_attempt)).toEqual([0, 0, 1, 1]);
  expect(idsOf(envelopes).size).toBe(2);
  expect(new Set(envelopes.map((envelope) => envelope.envelope_id)).size).toBe(4);
});
