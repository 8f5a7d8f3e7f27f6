import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { type Fields, isFields, readJson } from './fields.ts';
import { HOME_CHANNEL, HOME_USER } from './world.ts';

const slack = await createSlack({ limits: 'off' });
afterAll(() => slack.close());

const client = makeWebClient(slack);
const channel = HOME_CHANNEL;
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** The body that Slack refuses a call with. */
async function refusalOf(call: Promise<unknown>): Promise<Fields> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  return error instanceof webApi.WebAPIPlatformError ? { ...error.data } : {};
}

/** A call with anything in it, by hand. */
async function post(method: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Fields> {
  const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', body, headers });
  const said = readJson(await response.text());
  return isFields(said) ? said : {};
}

beforeAll(() => {
  slack.addPerson({ id: 'U0OUTSIDE0' });
  slack.addPerson({ id: 'U0ADMIN000', isAdmin: true });
  slack.addChannel({ id: 'C0PUBLIC00', isMember: false });
  slack.addChannel({ id: 'G0SECRET00', isMember: false });
  slack.addChannel({ id: 'C0ARCHIVED', isArchived: true });
  slack.addChannel({ id: 'C0LOCKED00', isRestricted: true });
  slack.addTeam({ id: 'T0OTHER000' });
  slack.addChannel({ id: 'C0ELSEWHERE', team: 'T0OTHER000' });
});

describe('who calls', () => {
  test('a bot token is known by its workspace and its bot', async () => {
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      team_id: slack.team,
      user_id: slack.bot.userId,
      bot_id: slack.bot.botId,
      is_enterprise_install: false,
    });
  });

  test.each([
    ['auth.test', {}, 'not_authed'],
    ['auth.test', { authorization: 'Bearer xoxb-nobody' }, 'invalid_auth'],
    ['auth.test', { authorization: `Bearer ${slack.appToken}` }, 'not_allowed_token_type'],
    ['apps.connections.open', { authorization: `Bearer ${slack.botToken}` }, 'not_allowed_token_type'],
    ['apps.connections.open', {}, 'not_authed'],
    ['chat.whisper', { authorization: `Bearer ${slack.botToken}` }, 'unknown_method'],
  ])('%s with %j is refused: %s', async (method, headers, error) => {
    expect(await post(method, '', headers)).toEqual({ ok: false, error });
  });

  test('JSON bodies and tokens in forms are read as well', async () => {
    const json = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${slack.botToken}` };
    expect(await post('chat.postMessage', JSON.stringify({ channel, text: 'as JSON' }), json)).toMatchObject({
      ok: true,
    });
    const form = new URLSearchParams({ token: slack.botToken, channel, text: 'as a form' }).toString();
    expect(await post('chat.postMessage', form, { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject(
      { ok: true },
    );
  });
});

describe('chat.postMessage', () => {
  test.each([
    ['C0NOWHERE0', 'channel_not_found'],
    ['G0SECRET00', 'channel_not_found'],
    ['C0ELSEWHERE', 'channel_not_found'],
    ['C0PUBLIC00', 'not_in_channel'],
    ['C0ARCHIVED', 'is_archived'],
    ['C0LOCKED00', 'restricted_action'],
  ])('to %s is refused: %s', async (id, error) => {
    expect(await refusalOf(client.chat.postMessage({ channel: id, text: 'a' }))).toMatchObject({ ok: false, error });
  });

  test('without a word is refused', async () => {
    expect(await refusalOf(client.chat.postMessage({ channel, text: '' }))).toMatchObject({ error: 'no_text' });
    expect(await refusalOf(client.chat.postMessage({ channel, text: '', blocks: [] }))).toMatchObject({
      error: 'no_text',
    });
  });

  test('with broken blocks says what is wrong and where, as Slack does', async () => {
    const refusal = await refusalOf(
      client.chat.postMessage({ channel, text: 'a', blocks: [section('x'.repeat(3001))] }),
    );
    expect(refusal).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    });
    expect(slack.refusals.at(-1)).toMatchObject({ code: 'invalid_blocks' });
  });

  test('with blocks that are no list of JSON is refused', async () => {
    const form = new URLSearchParams({ token: slack.botToken, channel, blocks: '[{"type":' }).toString();
    expect(await post('chat.postMessage', form, { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject(
      { error: 'invalid_blocks_format' },
    );
  });

  test('takes 12,000 characters in all blocks and not one more', async () => {
    const blocks = [...Array.from({ length: 4 }, () => section('x'.repeat(2900))), section('x'.repeat(400))];
    expect(await client.chat.postMessage({ channel, text: 'a', blocks })).toMatchObject({ ok: true });
    const more = [...blocks, section('x')];
    expect(await refusalOf(client.chat.postMessage({ channel, text: 'a', blocks: more }))).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });

  test('cuts text above 40,000 characters and warns', async () => {
    const posted = await client.chat.postMessage({ channel, text: 'x'.repeat(40_001) });
    expect(posted).toMatchObject({
      ok: true,
      warning: 'message_truncated',
      response_metadata: { warnings: ['message_truncated'] },
    });
    expect(slack.messages(channel).at(-1)?.text).toHaveLength(40_000);
  });

  test('escapes & < > and gives names to what came without', async () => {
    const blocks = [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }] }];
    const { message } = await client.chat.postMessage({ channel, text: 'a < b & https://c.example', blocks });
    expect(message?.text).toBe('a &lt; b &amp; <https://c.example>');
    expect(message).toMatchObject({
      bot_id: slack.bot.botId,
      blocks: [{ block_id: expect.any(String), elements: [{ action_id: expect.any(String) }] }],
    });
  });

  test('to a person opens the direct message with them', async () => {
    const { channel: direct } = await client.chat.postMessage({ channel: 'U0OUTSIDE0', text: 'hello' });
    expect(slack.channel(direct ?? '')).toMatchObject({ kind: 'im', members: ['U0OUTSIDE0'] });
  });

  test('in a thread whose message is gone goes to the channel, and only the answer tells', async () => {
    const root = await client.chat.postMessage({ channel, text: 'root' });
    const reply = await client.chat.postMessage({ channel, text: 'reply', thread_ts: root.ts ?? '' });
    expect(reply.message).toMatchObject({ thread_ts: root.ts, parent_user_id: slack.bot.userId });
    await client.chat.delete({ channel, ts: root.ts ?? '' });
    const orphan = await client.chat.postMessage({ channel, text: 'orphan', thread_ts: root.ts ?? '' });
    expect(orphan.message).not.toHaveProperty('thread_ts');
    expect(slack.messages(channel).at(-1)).toMatchObject({ text: 'orphan', threadTs: null });
  });
});

describe('chat.update and chat.delete', () => {
  test('only the bot’s own messages can be changed', async () => {
    const { ts } = await slack.say('mine');
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'b' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusalOf(client.chat.delete({ channel, ts }))).toMatchObject({ error: 'cant_delete_message' });
    expect(await refusalOf(client.chat.update({ channel, ts: '1.2', text: 'b' }))).toMatchObject({
      error: 'message_not_found',
    });
    expect(await refusalOf(client.chat.delete({ channel, ts: '1.2' }))).toMatchObject({ error: 'message_not_found' });
  });

  test('an update keeps the blocks and metadata that it does not name', async () => {
    const metadata = { event_type: 'briefing', event_payload: { id: 'b1' } };
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks: [section('a')], metadata });
    await client.chat.update({ channel, ts, text: 'b' });
    expect(slack.messages(channel).at(-1)).toMatchObject({
      text: 'b',
      edits: 1,
      metadata,
      blocks: [{ text: { text: 'a' } }],
    });
    await client.chat.update({ channel, ts, text: 'c', blocks: [] });
    expect(slack.messages(channel).at(-1)).toMatchObject({ text: 'c', edits: 2, blocks: [] });
  });

  test('an edit may have 4,000 bytes of text, escaped', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
    expect(await client.chat.update({ channel, ts, text: '&'.repeat(800) })).toMatchObject({ ok: true });
    expect(await refusalOf(client.chat.update({ channel, ts, text: '&'.repeat(801) }))).toMatchObject({
      error: 'msg_too_long',
    });
    expect(await refusalOf(client.chat.update({ channel, ts, text: '€'.repeat(1400) }))).toMatchObject({
      error: 'msg_too_long',
    });
  });

  test('an update is checked like a post, and refused where the channel is archived', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'a', blocks: [{ type: 'nope' }] }))).toMatchObject({
      error: 'invalid_blocks',
    });
    await slack.event({ type: 'channel_archive', channel, user: HOME_USER });
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'b' }))).toMatchObject({ error: 'is_inactive' });
    await slack.event({ type: 'channel_unarchive', channel, user: HOME_USER });
  });
});

describe('chat.postEphemeral', () => {
  test('is seen by the one person, and no history has it', async () => {
    const { message_ts: ts } = await client.chat.postEphemeral({ channel, user: HOME_USER, text: 'psst' });
    expect(slack.ephemerals.at(-1)).toMatchObject({ ts, user: HOME_USER, text: 'psst', how: 'postEphemeral' });
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.some((message) => message.ts === ts)).toBe(false);
  });

  test('to somebody who is not there is refused', async () => {
    expect(await refusalOf(client.chat.postEphemeral({ channel, user: 'U0OUTSIDE0', text: 'psst' }))).toMatchObject({
      error: 'user_not_in_channel',
    });
  });
});
