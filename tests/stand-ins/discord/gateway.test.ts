/** Proves the gateway: handshakes, refusals, resuming, intents and shards. */
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { callDiscord } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import { shardOf } from './gateway.ts';
import { recordOf, recordsOf, textOf } from './json.ts';
import { PERMISSIONS, USUAL_PERMISSIONS } from './permissions.ts';
import { ALL_INTENTS, connectBot, connectRaw, identify } from './raw-bot.ts';
import type { DiscordStandIn } from './stand-in.ts';
import { INTENTS } from './world.ts';

let stand: DiscordStandIn;
beforeEach(async () => {
  stand = await createDiscord();
});
afterEach(() => stand.close());

describe('the handshake', () => {
  test('is hello, identify, ready, and then the guilds', async () => {
    const bot = await connectBot(stand);
    const guild = await bot.next('GUILD_CREATE');
    expect(guild).toMatchObject({ id: stand.guild, channels: [{ id: stand.channel }] });
    expect(bot.heard).toMatchObject([
      { op: 10, d: { heartbeat_interval: 41_250 } },
      {
        op: 0,
        t: 'READY',
        s: 1,
        d: {
          v: 10,
          guilds: [{ id: stand.guild, unavailable: true }],
          shard: [0, 1],
          application: { id: stand.applicationId },
        },
      },
      { op: 0, t: 'GUILD_CREATE', s: 2 },
    ]);
    await stand.ready();
    expect([stand.connections(), stand.handshakes]).toEqual([1, { identify: 1, resume: 0 }]);
    bot.send({ op: 1, d: 2 });
    await bot.next('op 11');
  });

  test.each([
    ['a bad token', { token: 'nobody' }, 4004],
    ['a shard beyond the last', { shard: [2, 2] }, 4010],
    ['no intents', { intents: undefined }, 4013],
    ['intents that there are not', { intents: 2 ** 27 }, 4013],
    ['the members of guilds', { intents: 2 }, 4014],
    ['no properties', { properties: undefined }, 4002],
  ])('ends for %s', async (_, identity, code) => {
    const bot = connectRaw(stand);
    await bot.next('op 10');
    bot.send(identify(stand, identity));
    expect(await bot.closed).toBe(code);
    expect(stand.connections()).toBe(0);
  });

  test('ends for message content where it was not granted', async () => {
    stand.grantsMessageContent = false;
    const bot = connectRaw(stand);
    await bot.next('op 10');
    bot.send(identify(stand));
    expect(await bot.closed).toBe(4014);
    expect((await connectBot(stand, { intents: INTENTS.guilds })).heard).toHaveLength(3);
  });

  test.each([
    ['another version', '?v=9&encoding=json', 4012],
    ['another encoding', '?v=10&encoding=etf', 4002],
  ])('does not begin with %s', async (_, query, code) => {
    expect(await connectRaw(stand, query).closed).toBe(code);
  });

  test.each([
    ['an opcode that there is not', { op: 99, d: null }, 4001],
    ['identifying twice', 'identify', 4005],
    ['a presence before identifying', { op: 3, d: {} }, 4003],
  ])('ends for %s', async (_, payload, code) => {
    const bot = payload === 'identify' ? await connectBot(stand) : connectRaw(stand);
    if (payload !== 'identify') await bot.next('op 10');
    bot.send(typeof payload === 'string' ? identify(stand) : payload);
    expect(await bot.closed).toBe(code);
  });

  test('ends for more than 120 payloads in a minute', async () => {
    const bot = await connectBot(stand);
    for (let at = 0; at < 120; at += 1) bot.send({ op: 1, d: null });
    expect(await bot.closed).toBe(4008);
  });

  test('can be compressed', async () => {
    const socket = new WebSocket(
      `${stand.apiUrl.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json&compress=zlib-stream`,
    );
    const first = await new Promise<Buffer>((done) => socket.once('message', (data: Buffer) => done(data)));
    // The stream ends with a flush and not with an end: that is what is cut off for inflateSync.
    const text = inflateSync(first, { finishFlush: 2 }).toString();
    expect(JSON.parse(text)).toMatchObject({ op: 10 });
    socket.terminate();
  });

  test('heartbeats can go unanswered', async () => {
    const deaf = await createDiscord({ heartbeatMs: 50 });
    const bot = await connectBot(deaf);
    expect(bot.heard[0]).toMatchObject({ d: { heartbeat_interval: 50 } });
    deaf.acksHeartbeats = false;
    bot.send({ op: 1, d: 1 });
    deaf.dispatch('TYPING_START', { channel_id: deaf.channel });
    await bot.next('TYPING_START');
    expect(bot.heard.filter(({ op }) => op === 11)).toEqual([]);
    await deaf.close();
  });
});

describe('resuming', () => {
  test('replays what was missed, in order', async () => {
    const bot = await connectBot(stand);
    const session = recordOf(bot.heard.find(({ t }) => t === 'READY')?.d).session_id;
    await bot.next('GUILD_CREATE');
    stand.dropConnections();
    await bot.closed;
    expect(stand.connections()).toBe(0);
    await stand.say('one');
    await stand.say('two');
    const again = connectRaw(stand);
    await again.next('op 10');
    again.send({ op: 6, d: { token: stand.token, session_id: session, seq: 2 } });
    await again.next('RESUMED');
    expect(again.heard.slice(1)).toMatchObject([
      { t: 'MESSAGE_CREATE', s: 3, d: { content: 'one' } },
      { t: 'MESSAGE_CREATE', s: 4, d: { content: 'two' } },
      { t: 'RESUMED', s: 5 },
    ]);
    expect([stand.connections(), stand.handshakes]).toEqual([1, { identify: 1, resume: 1 }]);
  });

  test('fails for a session that is over, and for a sequence that never was', async () => {
    const bot = await connectBot(stand);
    const session = recordOf(bot.heard.find(({ t }) => t === 'READY')?.d).session_id;
    const hopeful = connectRaw(stand);
    await hopeful.next('op 10');
    hopeful.send({ op: 6, d: { token: stand.token, session_id: session, seq: 99 } });
    expect(await hopeful.closed).toBe(4007);
    bot.close();
    await bot.closed;
    const late = connectRaw(stand);
    await late.next('op 10');
    late.send({ op: 6, d: { token: stand.token, session_id: session, seq: 1 } });
    await late.next('op 9');
    expect(late.heard.at(-1)).toMatchObject({ op: 9, d: false });
  });

  test('is asked for by op 7, and denied by op 9', async () => {
    const bot = await connectBot(stand);
    stand.askToReconnect();
    await bot.next('op 7');
    expect(stand.connections()).toBe(0);
    stand.invalidateSession();
    await bot.next('op 9');
  });
});

describe('events', () => {
  test('come for the intents that were asked for', async () => {
    const quiet = await connectBot(stand, { intents: INTENTS.directMessages });
    const loud = await connectBot(stand);
    await stand.say('x');
    await stand.say('y', { guild: null });
    expect(await quiet.next('MESSAGE_CREATE')).toMatchObject({ content: 'y' });
    expect(quiet.heard.filter(({ t }) => t === 'GUILD_CREATE')).toEqual([]);
    expect(await loud.next('MESSAGE_CREATE')).toMatchObject({
      content: 'x',
      guild_id: stand.guild,
      member: { roles: [] },
    });
  });

  test("hide the words without message content, but for DMs, mentions and the bot's own", async () => {
    const bot = await connectBot(stand, { intents: ALL_INTENTS & ~INTENTS.messageContent });
    await stand.say('secret');
    await stand.say('hey', { mentions: [stand.bot.id] });
    await stand.say('between us', { guild: null });
    await callDiscord(stand, 'POST', `/channels/${stand.channel}/messages`, { content: 'own' });
    const heard = [1, 2, 3, 4].map(async () => (await bot.next('MESSAGE_CREATE')).content);
    expect(await Promise.all(heard)).toEqual(['', 'hey', 'between us', 'own']);
  });

  test('of a channel that the bot cannot see do not come', async () => {
    stand.addChannel({ id: '96', botPermissions: USUAL_PERMISSIONS & ~PERMISSIONS.viewChannel });
    const bot = await connectBot(stand);
    await stand.say('hidden', { channel: '96' });
    await stand.say('open');
    expect(await bot.next('MESSAGE_CREATE')).toMatchObject({ content: 'open' });
  });

  test('tell of edits, deletions, threads, guilds and channels', async () => {
    const bot = await connectBot(stand);
    const { body } = await callDiscord(stand, 'POST', `/channels/${stand.channel}/messages`, { content: 'x' });
    const path = `/channels/${stand.channel}/messages/${textOf(body.id)}`;
    await callDiscord(stand, 'PATCH', path, { content: 'y' });
    expect(await bot.next('MESSAGE_UPDATE')).toMatchObject({ content: 'y', edited_timestamp: expect.any(String) });
    await callDiscord(stand, 'POST', `${path}/threads`, { name: 'x' });
    expect(await bot.next('THREAD_CREATE')).toMatchObject({ id: body.id, newly_created: true });
    await callDiscord(stand, 'DELETE', path);
    expect(await bot.next('MESSAGE_DELETE')).toEqual({ id: body.id, channel_id: stand.channel, guild_id: stand.guild });
    stand.addGuild({ id: '1100000000000000055' });
    await bot.next('GUILD_CREATE');
    expect(await bot.next('GUILD_CREATE')).toMatchObject({ id: '1100000000000000055' });
    stand.addChannel({ id: '97' });
    expect(await bot.next('CHANNEL_CREATE')).toMatchObject({ id: '97' });
    stand.dispatch('CHANNEL_DELETE', { id: '97' });
    expect(await bot.next('CHANNEL_DELETE')).toMatchObject({ id: '97', type: 0, guild_id: stand.guild });
  });

  test('go to the shard of their guild, and DMs to shard 0', async () => {
    const other = String(BigInt(stand.guild) + (1n << 22n));
    stand.addGuild({ id: other });
    stand.addChannel({ id: '98', guild: other });
    const bots = [await connectBot(stand, { shard: [0, 2] }), await connectBot(stand, { shard: [1, 2] })];
    await stand.ready();
    expect(stand.connections()).toBe(2);
    await stand.say('home');
    await stand.say('other', { channel: '98' });
    await stand.say('dm', { guild: null });
    const wordsOn = (shard: number) =>
      recordsOf(bots[shard]?.heard)
        .filter(({ t }) => t === 'MESSAGE_CREATE')
        .map(({ d }) => recordOf(d).content);
    await bots[0]?.next('MESSAGE_CREATE');
    await bots[1]?.next('MESSAGE_CREATE');
    stand.dispatch('TYPING_START', { guild_id: stand.guild });
    stand.dispatch('TYPING_START', { guild_id: other });
    await Promise.all(bots.map((bot) => bot.next('TYPING_START')));
    expect(wordsOn(shardOf(stand.guild, 2))).toContain('home');
    expect(wordsOn(shardOf(other, 2))).toContain('other');
    expect(wordsOn(shardOf(stand.guild, 2))).not.toContain('other');
    expect(wordsOn(0)).toContain('dm');
  });
});

test('ready fails rather than waits for ever when the stand-in closes', async () => {
  const waiting = stand.ready();
  await stand.close();
  await expect(waiting).rejects.toThrow('closed');
});
