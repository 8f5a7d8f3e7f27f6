/** Proves what REST gives and refuses: tokens, paths, permissions, history, nonces, pings. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callDiscord, strayFrom } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import { recordOf, textOf } from './json.ts';
import { PERMISSIONS, USUAL_PERMISSIONS } from './permissions.ts';
import type { DiscordStandIn } from './stand-in.ts';

let stand: DiscordStandIn;
beforeEach(async () => {
  stand = await createDiscord({ limits: 'off' });
});
afterEach(() => stand.close());

const call = (method: string, path: string, body?: unknown) => callDiscord(stand, method, path, body);
const post = (body: unknown, channel = stand.channel) => call('POST', `/channels/${channel}/messages`, body);

test('the bot learns who and where it is', async () => {
  const gateway = await call('GET', '/gateway/bot');
  expect(gateway.body).toMatchObject({ shards: 1, session_start_limit: { remaining: 999 } });
  expect((await call('GET', '/users/@me')).body).toMatchObject({ id: stand.bot.id, bot: true });
  expect((await call('GET', '/applications/@me')).body).toMatchObject({ id: stand.applicationId, flags: 1 << 19 });
  stand.grantsMessageContent = false;
  expect((await call('GET', '/oauth2/applications/@me')).body).toMatchObject({ flags: 0 });
  stand.shards = 2;
  expect((await call('GET', '/gateway/bot')).body).toMatchObject({ shards: 2 });
});

test('guilds, channels, members and DMs are as the specification says', async () => {
  expect((await call('GET', `/guilds/${stand.guild}`)).body).toMatchObject({ id: stand.guild });
  expect((await call('GET', `/guilds/${stand.guild}/channels`)).list).toMatchObject([{ id: stand.channel, type: 0 }]);
  expect((await call('GET', `/channels/${stand.channel}`)).body).toMatchObject({ name: 'general' });
  expect((await call('GET', `/guilds/${stand.guild}/members/${stand.person}`)).body).toMatchObject({
    user: { id: stand.person },
  });
  const dm = await call('POST', '/users/@me/channels', { recipient_id: stand.person });
  expect(dm.body).toMatchObject({ type: 1, recipients: [{ id: stand.person }] });
  expect((await call('POST', '/users/@me/channels', { recipient_id: stand.person })).body.id).toBe(dm.body.id);
  expect((await post({ content: 'x' }, textOf(dm.body.id))).status).toBe(200);
});

test('the check against the specification bites', () => {
  expect(strayFrom('GET /users/@me', 200, { id: '1' })).not.toEqual([]);
  expect(strayFrom('GET /gateway/bot', 200, { url: 'ws://a.example', shards: 1, session_start_limit: {} })).not.toEqual(
    [],
  );
  expect(strayFrom('POST /channels/1/messages', 429, { message: 'x' })).not.toEqual([]);
});

describe('what is not there', () => {
  test.each([
    ['GET', '/channels/5', 404, 10003],
    ['POST', '/channels/5/messages', 404, 10003],
    ['GET', '/guilds/5', 404, 10004],
    ['GET', '/channels/CHANNEL/messages/5', 404, 10008],
    ['PATCH', '/channels/CHANNEL/messages/5', 404, 10008],
    ['DELETE', '/channels/CHANNEL/messages/5', 404, 10008],
    ['GET', '/guilds/GUILD/members/5', 404, 10007],
    ['GET', '/channels/general', 400, 50035],
    ['GET', '/nowhere', 404, 0],
    ['PUT', '/users/@me', 405, 0],
  ])('%s %s answers %i %i', async (method, path, status, code) => {
    const real = path.replace('CHANNEL', stand.channel).replace('GUILD', stand.guild);
    const body = method === 'GET' || method === 'DELETE' ? undefined : { content: 'x' };
    expect(await call(method, real, body)).toMatchObject({ status, body: { code } });
  });

  test('a person that nobody knows gets no DM', async () => {
    expect((await call('POST', '/users/@me/channels', { recipient_id: '5' })).body).toMatchObject({ code: 10013 });
  });

  test('a guild that the bot left is closed to it', async () => {
    stand.dispatch('GUILD_DELETE', { id: stand.guild });
    expect((await post({ content: 'x' })).body).toMatchObject({ code: 50001 });
    expect((await call('GET', `/guilds/${stand.guild}`)).body).toMatchObject({ code: 10004 });
  });

  test('a channel that was deleted is unknown, and so are its messages', async () => {
    await post({ content: 'x' });
    stand.dispatch('CHANNEL_DELETE', { id: stand.channel });
    expect((await post({ content: 'x' })).body).toMatchObject({ code: 10003 });
    expect(stand.messages(stand.channel)).toEqual([]);
  });
});

describe('what is not well-formed', () => {
  test('a bad token is 401, whatever the path', async () => {
    const refused = await callDiscord(stand, 'GET', '/users/@me', undefined, { authorization: 'Bot nobody' });
    expect(refused).toMatchObject({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect(stand.invalidRequests()).toBe(1);
  });

  test('another version of the API is refused', async () => {
    const response = await fetch(`${stand.apiUrl}/v9/users/@me`, { headers: { authorization: `Bot ${stand.token}` } });
    expect([response.status, recordOf(await response.json()).code]).toEqual([400, 50041]);
  });

  test('half a body is no JSON', async () => {
    expect((await post('{"content":')).body).toMatchObject({ code: 50109 });
  });

  test('no body at all is no dictionary', async () => {
    expect((await post(undefined)).body).toMatchObject({ code: 50035 });
  });

  test('a form with the body in payload_json is read', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'x' }));
    const response = await fetch(`${stand.apiUrl}/v10/channels/${stand.channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${stand.token}` },
      body: form,
    });
    expect(response.status).toBe(200);
  });

  test('a 204 has no content type', async () => {
    const { body } = await post({ content: 'x' });
    const gone = await call('DELETE', `/channels/${stand.channel}/messages/${textOf(body.id)}`);
    expect([gone.status, gone.headers.get('content-type')]).toEqual([204, null]);
  });
});

describe('permissions', () => {
  const without = (...bits: readonly bigint[]) => bits.reduce((left, bit) => left & ~bit, USUAL_PERMISSIONS);

  function lose(...bits: readonly bigint[]): void {
    stand.addChannel({ id: stand.channel, botPermissions: without(...bits) });
  }

  test('without View Channel there is no access to anything in it', async () => {
    const { id } = await stand.say('x');
    lose(PERMISSIONS.viewChannel);
    for (const refused of [
      await post({ content: 'x' }),
      await call('GET', `/channels/${stand.channel}`),
      await call('GET', `/channels/${stand.channel}/messages`),
      await call('GET', `/channels/${stand.channel}/messages/${id}`),
    ])
      expect(refused).toMatchObject({ status: 403, body: { code: 50001, message: 'Missing Access' } });
    expect(stand.invalidRequests()).toBe(4);
  });

  test('without Send Messages it may read but not write', async () => {
    lose(PERMISSIONS.sendMessages);
    expect(await post({ content: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } });
    expect((await call('GET', `/channels/${stand.channel}/messages`)).status).toBe(200);
  });

  test('without Embed Links it may write but not embed', async () => {
    lose(PERMISSIONS.embedLinks);
    expect((await post({ embeds: [{ title: 'x' }] })).body).toMatchObject({ code: 50013 });
    expect((await post({ content: 'x' })).status).toBe(200);
  });

  test('without Read Message History the history is empty, and there is no replying', async () => {
    const { id } = await stand.say('x');
    lose(PERMISSIONS.readMessageHistory);
    expect((await call('GET', `/channels/${stand.channel}/messages`)).list).toEqual([]);
    expect((await call('GET', `/channels/${stand.channel}/messages/${id}`)).body).toMatchObject({ code: 50013 });
    expect((await post({ content: 'x', message_reference: { message_id: id } })).body).toMatchObject({ code: 160002 });
  });

  test('are read anew: what a test takes away is gone at once', async () => {
    const channel = { id: '80', botPermissions: USUAL_PERMISSIONS };
    stand.addChannel(channel);
    expect((await post({ content: 'x' }, '80')).status).toBe(200);
    channel.botPermissions = 0n;
    expect((await post({ content: 'x' }, '80')).body).toMatchObject({ code: 50001 });
  });

  test('an administrator may do everything', async () => {
    stand.addChannel({ id: stand.channel, botPermissions: PERMISSIONS.administrator });
    expect((await post({ content: 'x' })).status).toBe(200);
  });

  test('messages of others are neither edited nor deleted', async () => {
    const { id } = await stand.say('mine');
    const path = `/channels/${stand.channel}/messages/${id}`;
    expect(await call('PATCH', path, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50005 } });
    expect(await call('DELETE', path)).toMatchObject({ status: 403, body: { code: 50013 } });
  });

  test('a category takes no messages', async () => {
    stand.addChannel({ id: '81', type: 4 });
    expect((await post({ content: 'x' }, '81')).body).toMatchObject({ code: 50008 });
  });
});

describe('the history', () => {
  async function ten(): Promise<readonly string[]> {
    for (let at = 0; at < 10; at += 1) await stand.say(`${at}`);
    return stand.messages(stand.channel).map(({ id }) => id);
  }
  const words = async (query: string) =>
    (await call('GET', `/channels/${stand.channel}/messages?${query}`)).list
      .map((one) => recordOf(one).content)
      .join('');

  test('is newest first, and cut where the query says', async () => {
    const ids = await ten();
    expect(await words('')).toBe('9876543210');
    expect(await words('limit=3')).toBe('987');
    expect(await words(`before=${ids[5]}&limit=3`)).toBe('432');
    expect(await words(`after=${ids[5]}&limit=3`)).toBe('876');
    expect(await words(`around=${ids[5]}&limit=5`)).toBe('76543');
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'before=x'])('refuses %s', async (query) => {
    expect((await call('GET', `/channels/${stand.channel}/messages?${query}`)).body).toMatchObject({ code: 50035 });
  });

  test('leaves the words out of an app that may not read them, but for its own and what mentions it', async () => {
    await stand.say('secret');
    await stand.say(`<@${stand.bot.id}> open`);
    await post({ content: 'own' });
    stand.grantsMessageContent = false;
    const list = (await call('GET', `/channels/${stand.channel}/messages`)).list.map((one) => recordOf(one).content);
    expect(list).toEqual(['own', `<@${stand.bot.id}> open`, '']);
  });
});

describe('a nonce', () => {
  test('that is enforced makes one message, however often it is sent', async () => {
    const first = await post({ content: 'x', nonce: 'n1', enforce_nonce: true });
    const second = await post({ content: 'y', nonce: 'n1', enforce_nonce: true });
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, content: 'x', nonce: 'n1' } });
    expect(stand.messages(stand.channel)).toMatchObject([{ content: 'x', nonce: 'n1' }]);
  });

  test('that is not enforced makes a message each time', async () => {
    await post({ content: 'x', nonce: 'n1' });
    await post({ content: 'y', nonce: 'n1' });
    expect(stand.messages(stand.channel)).toHaveLength(2);
  });

  test('is forgotten after some minutes', async () => {
    await post({ content: 'x', nonce: 'n1', enforce_nonce: true });
    stand.forgetNonces();
    await post({ content: 'y', nonce: 'n1', enforce_nonce: true });
    await post({ content: 'z', nonce: 'n1', enforce_nonce: true });
    expect(stand.messages(stand.channel)).toMatchObject([{ content: 'x' }, { content: 'y' }]);
  });

  test('counts in its own channel', async () => {
    stand.addChannel({ id: '82' });
    await post({ content: 'x', nonce: 'n1', enforce_nonce: true });
    await post({ content: 'x', nonce: 'n1', enforce_nonce: true }, '82');
    expect(stand.messages('82')).toHaveLength(1);
  });
});

describe('who is pinged', () => {
  const pinged = async (body: Readonly<Record<string, unknown>>) => {
    await post(body);
    return stand.messages(stand.channel).at(-1)?.pinged;
  };
  const WORDS = '<@5> <@&6> @everyone @here';

  test('everybody, when the app says nothing and may mention everyone', async () => {
    expect(await pinged({ content: WORDS })).toEqual(['5', '&6']);
    stand.addChannel({ id: stand.channel, botPermissions: USUAL_PERMISSIONS | PERMISSIONS.mentionEveryone });
    expect(await pinged({ content: WORDS })).toEqual(['5', '&6', 'everyone', 'here']);
  });

  test('nobody, when it says nobody', async () => {
    stand.addChannel({ id: stand.channel, botPermissions: PERMISSIONS.administrator });
    expect(await pinged({ content: WORDS, allowed_mentions: { parse: [] } })).toEqual([]);
  });

  test('those it names', async () => {
    expect(await pinged({ content: '<@5> <@7>', allowed_mentions: { users: ['7'] } })).toEqual(['7']);
  });

  test('also by the text of Components V2', async () => {
    const components = [{ type: 17, components: [{ type: 10, content: '<@5>' }] }];
    expect(await pinged({ flags: 1 << 15, components })).toEqual(['5']);
  });

  test('the author of what is replied to, unless the rules do not say so', async () => {
    const { id } = await stand.say('x');
    const reply = { content: 'y', message_reference: { message_id: id } };
    expect(await pinged(reply)).toEqual([stand.person]);
    expect(await pinged({ ...reply, allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pinged({ ...reply, allowed_mentions: { parse: [], replied_user: true } })).toEqual([stand.person]);
  });

  test('nobody by an edit', async () => {
    const { body } = await post({ content: 'x' });
    await call('PATCH', `/channels/${stand.channel}/messages/${textOf(body.id)}`, { content: '<@5>' });
    expect(stand.messages(stand.channel)).toMatchObject([{ content: '<@5>', pinged: [] }]);
  });
});
