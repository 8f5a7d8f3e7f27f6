import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openClient } from './a-socket-client.ts';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { type Fields, fieldsAt, fieldsIn } from './fields.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL as channel, HOME_DM, HOME_USER } from './world.ts';

let slack: SlackStandIn;
let envelopes: readonly Fields[];
beforeEach(async () => {
  slack = await createSlack({ limits: 'off', retryDelaysMs: [] });
  slack.addChannel({ id: 'C0PUBLIC00', isMember: false });
  ({ envelopes } = await openClient(slack, () => null));
});
afterEach(() => slack.close());

const payloads = (): readonly Fields[] => envelopes.map((envelope) => fieldsAt(envelope, 'payload'));
const events = (): readonly Fields[] => payloads().map((payload) => fieldsAt(payload, 'event'));
const mention = (): string => `<@${slack.bot.userId}>`;
const button = (text: string) => ({ type: 'button', action_id: 'go', value: 'v1', text: { type: 'plain_text', text } });
const option = (text: string) => ({ text: { type: 'plain_text', text }, value: text.toLowerCase() });
const select = { type: 'static_select', action_id: 'pick', options: [option('One'), option('Two')] };

describe('what people say', () => {
  test('a mention leads to message and app_mention: other event ids, the same ts', async () => {
    const { ts, isAcked } = await slack.say(`${mention()} why & how? https://a.example/?b=1&c=2`);
    expect(isAcked).toBe(true);
    expect(
      events()
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(['app_mention', 'message']);
    expect(new Set(events().map((event) => event.ts))).toEqual(new Set([ts]));
    expect(new Set(payloads().map(({ event_id }) => event_id)).size).toBe(2);
    expect(events()[0]).toMatchObject({
      text: `${mention()} why &amp; how? <https://a.example/?b=1&amp;c=2>`,
      user: HOME_USER,
      channel,
      channel_type: 'channel',
      team: slack.team,
      event_ts: ts,
      blocks: [{ type: 'rich_text' }],
    });
    expect(payloads()[0]).toMatchObject({
      type: 'event_callback',
      team_id: slack.team,
      api_app_id: slack.bot.appId,
      authorizations: [{ team_id: slack.team, user_id: slack.bot.userId, is_bot: true, is_enterprise_install: false }],
    });
  });

  test('a channel that the bot is not in leads to nothing', async () => {
    expect(await slack.say(`${mention()} hello`, { channel: 'C0PUBLIC00' })).toMatchObject({ isAcked: false, ms: 0 });
    expect(envelopes).toHaveLength(0);
    expect(slack.messages('C0PUBLIC00')).toHaveLength(1);
  });

  test('a direct message is a message of an im, mention or not', async () => {
    await slack.say(`${mention()} hello`, { channel: HOME_DM });
    expect(events()).toMatchObject([{ type: 'message', channel: HOME_DM, channel_type: 'im' }]);
  });

  test('a word in a thread names the root and who began it', async () => {
    const { ts: root } = await slack.say('root');
    await slack.say('reply', { threadTs: root });
    expect(events()[1]).toMatchObject({ thread_ts: root, parent_user_id: HOME_USER, text: 'reply' });
    await expect(slack.say('reply', { threadTs: '1.2' })).rejects.toThrow('there is no message 1.2');
  });

  test('subtypes are sent as Slack shapes them', async () => {
    await slack.say(`${mention()} from a bot`, { subtype: 'bot_message' });
    await slack.say(`${mention()} edited`, { subtype: 'message_changed' });
    await slack.say(`${mention()} has joined`, { subtype: 'channel_join' });
    const [bot, , changed, joined, ...others] = events();
    expect(bot).toMatchObject({ subtype: 'bot_message', bot_id: 'B0OTHER000' });
    expect(bot).not.toHaveProperty('user');
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      message: { text: `${mention()} edited` },
    });
    expect(joined).toMatchObject({ type: 'message', subtype: 'channel_join' });
    expect(others).toEqual([]);
  });

  test('the bot hears of its own posts, edits and deletions', async () => {
    const client = makeWebClient(slack);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
    await client.chat.update({ channel, ts, text: 'b' });
    await client.chat.delete({ channel, ts });
    await expect.poll(() => envelopes.length).toBe(3);
    expect(events()).toMatchObject([
      { type: 'message', bot_id: slack.bot.botId, app_id: slack.bot.appId, user: slack.bot.userId, ts },
      { subtype: 'message_changed', message: { text: 'b', bot_id: slack.bot.botId }, previous_message: { text: 'a' } },
      { subtype: 'message_deleted', deleted_ts: ts },
    ]);
  });

  test('a bot has another id in another workspace, and a test that forgets it is told', async () => {
    slack.addTeam({ id: 'T0SECOND00' });
    slack.addChannel({ id: 'C0SECOND00', team: 'T0SECOND00' });
    await expect(slack.say(mention(), { channel: 'C0SECOND00' })).rejects.toThrow('the bot of T0SECOND00 is');
    await expect(slack.say('a', { channel: 'C0NOWHERE0' })).rejects.toThrow('no channel C0NOWHERE0');
  });
});

test('a command is sent raw, with all that Slack sends', async () => {
  await slack.slash('/brief', 'a & b <c> https://a.example');
  expect(envelopes[0]).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
  expect(payloads()[0]).toEqual({
    token: expect.any(String),
    command: '/brief',
    text: 'a & b <c> https://a.example',
    team_id: slack.team,
    team_domain: expect.any(String),
    channel_id: channel,
    channel_name: 'newsroom',
    user_id: HOME_USER,
    user_name: expect.any(String),
    api_app_id: slack.bot.appId,
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/respond\/\w+$/u),
    trigger_id: expect.any(String),
  });
});

test('a workspace of an organization is named with it', async () => {
  slack.addTeam({ id: 'T0GRID0000', enterprise: 'E0GRID0000' });
  slack.addChannel({ id: 'C0GRID0000', team: 'T0GRID0000' });
  slack.addPerson({ id: 'U0GRID0000', team: 'T0GRID0000' });
  slack.install('T0GRID0000', { isOrgWide: true });
  await slack.slash('/brief', 'a', { team: 'T0GRID0000' });
  await slack.say('hello', { team: 'T0GRID0000' });
  expect(payloads()[0]).toMatchObject({
    enterprise_id: 'E0GRID0000',
    is_enterprise_install: 'true',
    user_id: 'U0GRID0000',
  });
  expect(payloads()[1]).toMatchObject({
    enterprise_id: 'E0GRID0000',
    authorizations: [
      { enterprise_id: 'E0GRID0000', is_enterprise_install: true, user_id: slack.botUserOf('T0GRID0000') },
    ],
  });
});

describe('what people click on', () => {
  test('a button is found by its label and sent with message, container, state and answer address', async () => {
    const client = makeWebClient(slack);
    const blocks = [{ type: 'actions', block_id: 'b', elements: [select, button('Go')] }];
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks });
    await slack.choose({ ts }, 'Two');
    expect(await slack.press({ ts, channel }, 'Go')).toMatchObject({ isAcked: true });
    const [chosen, pressed] = payloads().filter(({ type }) => type === 'block_actions');
    expect(fieldsIn(chosen?.actions)).toMatchObject([
      { type: 'static_select', action_id: 'pick', block_id: 'b', selected_option: { value: 'two' } },
    ]);
    expect(pressed).toMatchObject({
      user: { id: HOME_USER, team_id: slack.team },
      team: { id: slack.team },
      enterprise: null,
      channel: { id: channel },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      message: { ts, bot_id: slack.bot.botId, blocks: [{ block_id: 'b' }] },
      state: { values: { b: { pick: { type: 'static_select', selected_option: { value: 'two' } } } } },
      response_url: expect.any(String),
      trigger_id: expect.any(String),
      actions: [{ type: 'button', action_id: 'go', block_id: 'b', value: 'v1', text: { text: 'Go' } }],
    });
    await expect(slack.press({ ts }, 'Stop')).rejects.toThrow('there are: One, Two, Go');
  });

  test('a button of an ephemeral message is sent without the message', async () => {
    const blocks = [{ type: 'actions', elements: [button('Go')] }];
    const { message_ts: ts = '' } = await makeWebClient(slack).chat.postEphemeral({
      channel,
      user: HOME_USER,
      text: 'a',
      blocks,
    });
    await slack.press({ ts }, 'Go');
    expect(payloads()[0]).toMatchObject({ container: { is_ephemeral: true, message_ts: ts }, user: { id: HOME_USER } });
    expect(payloads()[0]).not.toHaveProperty('message');
  });

  test('a shortcut is sent with the message it was used on', async () => {
    const { ts } = await slack.say('https://a.example');
    await slack.shortcut('brief_message', ts);
    expect(payloads()[1]).toMatchObject({
      type: 'message_action',
      callback_id: 'brief_message',
      message_ts: ts,
      message: { text: '<https://a.example>', ts },
      channel: { id: channel },
      response_url: expect.any(String),
      trigger_id: expect.any(String),
    });
  });

  test('a home that is opened is an event, and the published home can be clicked', async () => {
    const client = makeWebClient(slack);
    await slack.openHome(HOME_USER);
    expect(events()[0]).toMatchObject({ type: 'app_home_opened', user: HOME_USER, tab: 'home' });
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'a' }, accessory: button('Go') }];
    await client.views.publish({ user_id: HOME_USER, view: { type: 'home', blocks: [...blocks] } });
    const home = slack.homeOf(HOME_USER);
    await slack.press({ view: home?.id ?? '' }, 'Go');
    expect(payloads()[1]).toMatchObject({
      container: { type: 'view', view_id: home?.id },
      view: { type: 'home', id: home?.id },
    });
    expect(payloads()[1]).not.toHaveProperty('response_url');
  });
});

test('anything else can be delivered as it is', async () => {
  await slack.deliver('interactive', { type: 'view_submission', view: { id: 'V1' } });
  expect(envelopes[0]).toMatchObject({
    type: 'interactive',
    accepts_response_payload: true,
    payload: { view: { id: 'V1' } },
  });
});
