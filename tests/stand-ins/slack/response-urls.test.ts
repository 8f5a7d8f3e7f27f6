import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClient } from './a-socket-client.ts';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { type Fields, fieldsAt, readJson, textAt } from './fields.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL as channel, HOME_USER } from './world.ts';

let slack: SlackStandIn;
let last: () => string;
/** What the client says when it acknowledges. */
let answer: Fields | null;
async function start(responseUrlLivesMs?: number): Promise<void> {
  answer = null;
  slack = await createSlack({ limits: 'off', ...(responseUrlLivesMs === undefined ? {} : { responseUrlLivesMs }) });
  const { envelopes } = await openClient(slack, () => answer);
  last = () => textAt(fieldsAt(envelopes.at(-1) ?? {}, 'payload'), 'response_url') ?? '';
}
beforeEach(() => start());
afterEach(() => slack.close());

async function respond(body: unknown): Promise<readonly [number, unknown]> {
  const response = await fetch(last(), { method: 'POST', body: JSON.stringify(body) });
  return [response.status, readJson(await response.text())];
}

const go = [
  { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }] },
];

test('an answer is for one person unless it is for the channel', async () => {
  await slack.slash('/brief', 'a');
  expect(await respond({ text: 'for you' })).toEqual([200, { ok: true }]);
  expect(await respond({ text: 'for all', response_type: 'in_channel' })).toEqual([200, { ok: true }]);
  expect(slack.ephemerals).toMatchObject([{ text: 'for you', user: HOME_USER, channel, how: 'response_url' }]);
  expect(slack.messages(channel)).toMatchObject([{ text: 'for all', isByBot: true }]);
});

test('five answers may be given, and the sixth is refused', async () => {
  await slack.slash('/brief', 'a');
  for (let count = 0; count < 5; count += 1)
    expect(await respond({ text: `answer ${count}` })).toMatchObject([200, { ok: true }]);
  expect(await respond({ text: 'one more' })).toEqual([404, { ok: false, error: 'used_url' }]);
  expect(slack.ephemerals).toHaveLength(5);
  expect(slack.requests.filter(({ method }) => method === 'response_url')).toHaveLength(6);
});

test('an address that is too old or unknown takes nothing', async () => {
  await slack.close();
  await start(20);
  await slack.slash('/brief', 'a');
  await new Promise((done) => setTimeout(done, 40));
  expect(await respond({ text: 'late' })).toEqual([404, { ok: false, error: 'Expired url' }]);
  const unknown = await fetch(last().replace(/\w+$/u, 'guess'), { method: 'POST', body: '{"text":"a"}' });
  expect(unknown.status).toBe(404);
});

test('broken blocks and empty answers are refused in the body of a 200, and nothing is shown', async () => {
  await slack.slash('/brief', 'a');
  expect(await respond({ blocks: [{ type: 'nope' }] })).toMatchObject([200, { ok: false, error: 'invalid_blocks' }]);
  expect(await respond({})).toMatchObject([200, { ok: false, error: 'no_text' }]);
  expect(await respond('text')).toMatchObject([400, { error: 'invalid_payload' }]);
  expect(slack.refusals.map(({ code }) => code)).toEqual(['invalid_blocks', 'no_text']);
  expect(slack.ephemerals).toEqual([]);
});

test('the message that was clicked on can be replaced and deleted', async () => {
  const { ts = '' } = await makeWebClient(slack).chat.postMessage({ channel, text: 'a', blocks: go });
  await slack.press({ ts }, 'Go');
  await respond({ text: 'b', replace_original: true });
  expect(slack.messages()).toMatchObject([{ ts, text: 'b', blocks: [], edits: 1 }]);
  await respond({ delete_original: true });
  expect(slack.messages()).toEqual([]);
});

test('an ephemeral message can be replaced and deleted in the same way', async () => {
  const { message_ts: ts = '' } = await makeWebClient(slack).chat.postEphemeral({
    channel,
    user: HOME_USER,
    text: 'a',
    blocks: go,
  });
  await slack.press({ ts }, 'Go');
  await respond({ text: 'b', replace_original: true });
  expect(slack.ephemerals).toMatchObject([{ ts, text: 'b' }]);
  await respond({ delete_original: true });
  expect(slack.ephemerals).toEqual([]);
});

test('an acknowledgement that says something shows, checked like any message', async () => {
  answer = { text: 'for you' };
  expect(await slack.slash('/brief', 'a')).toMatchObject({ isAcked: true, body: { text: 'for you' } });
  answer = { response_type: 'in_channel', text: 'for all' };
  await slack.slash('/brief', 'a');
  answer = { text: 'a', blocks: [{ type: 'nope' }] };
  await slack.slash('/brief', 'a');
  expect(slack.ephemerals).toMatchObject([{ text: 'for you', how: 'acknowledgement' }]);
  expect(slack.messages()).toMatchObject([{ text: 'for all' }]);
  expect(slack.refusals).toMatchObject([{ code: 'invalid_blocks' }]);
});
