/** The connection: log-in, what it may read, resuming, shards, and what ends. */
import { afterEach, describe, expect, test } from 'vitest';
import { createDiscord } from '#platforms/discord/index.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

const opened: OpenDiscord[] = [];
async function open(options: Parameters<typeof openDiscord>[0] = {}): Promise<OpenDiscord> {
  const one = await openDiscord(options);
  opened.push(one);
  return one;
}
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const TOPIC = { topic: 'A briefing' };
const HEARS = {
  receive: () => Promise.reject(new Error('not asked')),
  removed: async () => undefined,
  suggest: async () => [],
  left: async () => undefined,
};

describe('starting', () => {
  test('registers the menu and tells how the bot is invited', async () => {
    const { start, discord, news } = await open();
    await start();
    expect(discord.commands().map(({ name }) => name)).toEqual([
      'brief',
      'sources',
      'digest',
      'ask',
      'help',
      'Brief this',
    ]);
    expect(news).toEqual([expect.stringContaining('https://discord.com/oauth2/authorize?client_id=')]);
    expect(discord.connections()).toBe(1);
  });

  test('listens although the menu could not be registered', async () => {
    const { start, discord, troubles, news } = await open();
    discord.fail(/PUT .*commands/, { kind: 'status', status: 503 });
    await start();
    expect(troubles).toMatchObject([{ what: 'the commands could not be registered' }]);
    expect(news).toEqual([]);
    expect(discord.connections()).toBe(1);
  });

  test.each(['MTEwMDAwMDAwMDAwMDAwMDAwOQ.bad.token', 'x'])(
    'with the token %j says which setting is wrong',
    async (token) => {
      const { discord } = await open();
      const bad = createDiscord({
        ...{
          token,
          applicationId: discord.applicationId,
          apiUrl: discord.apiUrl,
          commands: [],
          clock: { now: () => new Date() },
        },
        ...{ onTrouble: () => undefined, onNews: () => undefined },
      });
      await expect(bad.start(HEARS)).rejects.toMatchObject({
        ...{ code: 'BAD_SETTINGS', message: expect.stringContaining('Discord does not accept DISCORD_TOKEN') },
      });
      await bad.stop();
    },
  );

  test('says that Discord does not answer', async () => {
    const { platform, discord } = await open();
    discord.fail(/GET .*applications/, { kind: 'status', status: 500 });
    await expect(platform.start(HEARS)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', service: 'Discord' });
    discord.fail(/GET .*gateway/, { kind: 'error', status: 403, code: 40001 });
    await expect(platform.start(HEARS)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', service: 'Discord' });
    await platform.start(HEARS);
  });

  test('opens as many shards as Discord recommends, each guild is heard once', async () => {
    const one = await open({ prepare: (discord) => (discord.shards = 3) });
    await one.start();
    expect(one.discord.connections()).toBe(3);
    for (let at = 0; at < 4; at++) {
      const guild = String(BigInt(1_300_000_000_000_000_000n) + (BigInt(at) << 22n));
      const channel = String(BigInt(guild) + 1n);
      one.discord.addGuild({ id: guild });
      one.discord.addChannel({ id: channel, guild });
      await one.discord.command('brief', { article: 'https://example.org/' }, { channel, guild });
    }
    expect(one.arrivals).toHaveLength(4);
    await one.platform.stop();
    await eventually('no connection', () => one.discord.connections() === 0);
  });

  test('can be done again after a stop', async () => {
    const one = await open();
    for (let round = 1; round <= 2; round++) {
      await one.start();
      await one.discord.command('brief', { article: 'https://example.org/' });
      expect(one.arrivals).toHaveLength(round);
      await one.platform.stop();
      await eventually('no connection', () => one.discord.connections() === 0);
    }
  });
});

describe('without the privilege to read messages', () => {
  test('it listens all the same, says so, and tells people to use its name', async () => {
    const one = await open({ prepare: (discord) => (discord.grantsMessageContent = false) });
    await one.start();
    expect(one.news).toEqual([expect.stringContaining('invites'), expect.stringContaining('MESSAGE_CONTENT')]);
    expect(one.troubles).toEqual([]);
    expect(one.discord.connections()).toBe(1);
    const id = await one.platform.post(one.aPost(word('briefing'), TOPIC), SIGNAL);
    expect(one.messages()[0]?.text).toContain('Mention @byline in the thread with your question.');
    await one.discord.say('Who said so?', { channel: id });
    await one.discord.say(`<@${one.discord.bot.id}> who said so?`, { channel: id });
    await eventually('both', () => one.arrivals.length === 2);
    expect(one.arrivals).toMatchObject([
      { text: '', mentionsBot: false },
      { text: 'who said so?', mentionsBot: true },
    ]);
    await one.discord.command('brief', { article: 'https://example.org/' });
    expect(one.arrivals).toHaveLength(3);
  });

  test('a process that does not listen knows it, too', async () => {
    const one = await open({ prepare: (discord) => (discord.grantsMessageContent = false) });
    await one.platform.post(one.aPost(word('briefing'), TOPIC), SIGNAL);
    expect(one.messages()[0]?.text).toContain('Mention @byline');
  });

  test('that was taken away while it ran, it goes on', async () => {
    const one = await open();
    await one.start();
    one.discord.grantsMessageContent = false;
    one.discord.invalidateSession();
    await eventually('the news', () => one.news.some((what) => what.includes('MESSAGE_CONTENT')));
    await one.discord.ready();
    await one.platform.post(one.aPost(word('briefing'), TOPIC), SIGNAL);
    expect(one.messages()[0]?.text).toContain('Mention @byline');
  });

  test('a name that cannot be learned is no reason to hold a briefing back', async () => {
    const one = await open();
    one.discord.fail(/GET .*applications/, { kind: 'status', status: 500 });
    await one.platform.post(one.aPost(word('briefing'), TOPIC), SIGNAL);
    expect(one.messages()[0]?.text).toContain('Ask a question in this thread.');
    expect(one.troubles).toHaveLength(1);
  });
});

describe('a connection that breaks', () => {
  test.each(['askToReconnect', 'dropConnections'] as const)('by %s is resumed, and nothing is missed', async (how) => {
    const one = await open();
    await one.start();
    one.discord[how]();
    const said = await one.discord.say(`<@${one.discord.bot.id}> meanwhile?`);
    await one.discord.ready();
    await eventually('what was said meanwhile', () => one.arrivals.some(({ id }) => id === said.id));
    expect(one.discord.handshakes.resume).toBeGreaterThan(0);
    expect(one.arrivals).toHaveLength(1);
  });

  test('for good is made anew, however often it takes', async () => {
    const one = await open();
    await one.start();
    one.discord.grantsMessageContent = false;
    one.discord.fail(/GET .*gateway/, { kind: 'error', status: 403, code: 40001 });
    one.discord.invalidateSession();
    await eventually('the trouble', () => one.troubles.some(({ what }) => what.includes('tried again')));
    await one.discord.ready();
    await one.discord.command('brief', { article: 'https://example.org/' });
    expect(one.arrivals).toHaveLength(1);
  });
});

describe('what ends', () => {
  test('a guild that removed the bot is told, an outage is not', async () => {
    const one = await open();
    await one.start();
    one.discord.dispatch('GUILD_DELETE', { id: one.discord.guild, unavailable: true });
    one.discord.dispatch('GUILD_DELETE', { id: one.discord.guild });
    await eventually('the removal', () => one.removals.length > 0);
    expect(one.removals).toEqual([{ platform: 'discord', workspace: one.discord.guild }]);
  });

  test('a channel that was deleted is told', async () => {
    const one = await open();
    await one.start();
    one.discord.dispatch('CHANNEL_DELETE', { id: one.discord.channel, guild_id: one.discord.guild });
    await eventually('the end', () => one.left.length > 0);
    const channel = { platform: 'discord', workspace: one.discord.guild, channel: one.discord.channel };
    expect(one.left).toEqual([channel]);
    await expect(one.platform.post(one.aPost(word('late')), SIGNAL)).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
  });

  test('what cannot be handed on is told to the log', async () => {
    const one = await open();
    await one.platform.start({ ...HEARS, removed: () => Promise.reject(new Error('no database')) });
    one.discord.dispatch('GUILD_DELETE', { id: one.discord.guild });
    await eventually('the trouble', () => one.troubles.length > 0);
    expect(one.troubles).toMatchObject([{ what: 'a removal' }]);
  });
});
