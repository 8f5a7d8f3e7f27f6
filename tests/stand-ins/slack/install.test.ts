import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import type { SlackStandIn } from './stand-in.ts';

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await createSlack({ limits: 'off' });
  slack.addTeam({ id: 'T0SECOND00' });
  slack.addChannel({ id: 'C0SECOND00', team: 'T0SECOND00' });
  slack.addTeam({ id: 'T0GRIDONE0', enterprise: 'E0GRID0000' });
  slack.addTeam({ id: 'T0GRIDTWO0', enterprise: 'E0GRID0000' });
  slack.addChannel({ id: 'C0GRIDTWO0', team: 'T0GRIDTWO0' });
});
afterEach(() => slack.close());

const clientOf = (token: string | null = null) => makeWebClient(slack, token);
const exchange = (code: string, secret = slack.clientSecret) =>
  clientOf().oauth.v2.access({ client_id: slack.clientId, client_secret: secret, code });

test('a code gives a token for its workspace, once', async () => {
  const code = slack.issueCode('T0SECOND00');
  const granted = await exchange(code);
  expect(granted).toMatchObject({
    token_type: 'bot',
    team: { id: 'T0SECOND00' },
    enterprise: null,
    is_enterprise_install: false,
    bot_user_id: slack.botUserOf('T0SECOND00'),
    app_id: slack.bot.appId,
  });
  expect(granted.bot_user_id).not.toBe(slack.bot.userId);
  const client = clientOf(granted.access_token);
  expect(await client.auth.test()).toMatchObject({ team_id: 'T0SECOND00' });
  expect(await client.chat.postMessage({ channel: 'C0SECOND00', text: 'hello' })).toMatchObject({ ok: true });
  await expect(client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'hello' })).rejects.toThrow('channel_not_found');
  await expect(exchange(code)).rejects.toThrow('code_already_used');
});

test('a wrong code, client or secret is refused', async () => {
  await expect(exchange('code-nothing')).rejects.toThrow('invalid_code');
  await expect(exchange(slack.issueCode('T0SECOND00'), 'guess')).rejects.toThrow('bad_client_secret');
  const access = clientOf().oauth.v2.access({ client_id: '7', client_secret: slack.clientSecret, code: 'a' });
  await expect(access).rejects.toThrow('invalid_client_id');
});

test('an organization’s token speaks for all its workspaces, and says which when it lists', async () => {
  const granted = await exchange(slack.issueCode('T0GRIDONE0', { isOrgWide: true }));
  expect(granted).toMatchObject({ team: null, enterprise: { id: 'E0GRID0000' }, is_enterprise_install: true });
  const client = clientOf(granted.access_token);
  expect(await client.auth.test()).toMatchObject({ enterprise_id: 'E0GRID0000', is_enterprise_install: true });
  expect(await client.chat.postMessage({ channel: 'C0GRIDTWO0', text: 'hello' })).toMatchObject({ ok: true });
  await expect(client.conversations.list({})).rejects.toThrow('missing_argument');
  const { channels } = await client.conversations.list({ team_id: 'T0GRIDTWO0' });
  expect(channels?.map(({ id }) => id)).toEqual(['C0GRIDTWO0']);
});

test('after the app is removed its token is dead, and nothing of that workspace reaches it', async () => {
  const client = clientOf(slack.botToken);
  await slack.event({ type: 'app_uninstalled' });
  await expect(client.auth.test()).rejects.toThrow('account_inactive');
  expect(await slack.slash('/brief', 'a')).toMatchObject({ isAcked: false, ms: 0 });
});

test('a revoked token is refused as such', async () => {
  await slack.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [slack.bot.userId] } });
  await expect(clientOf(slack.botToken).auth.test()).rejects.toThrow('token_revoked');
});

test('a channel that the bot was thrown out of, or that is gone, takes no post', async () => {
  const client = clientOf(slack.botToken);
  await slack.event({ type: 'channel_left', channel: 'C0NEWSROOM' });
  await expect(client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'a' })).rejects.toThrow('not_in_channel');
  await slack.event({ type: 'channel_deleted', channel: 'C0NEWSROOM' });
  await expect(client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'a' })).rejects.toThrow('channel_not_found');
});
