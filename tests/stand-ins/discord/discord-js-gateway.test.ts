/** Proves that the real discord.js keeps its gateway connection with the stand-in, whatever happens to it. */
import { type Client, Events, type Message, Partials } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { nextEvent, startClient, startDiscord } from './connect-client.ts';

function wordsOf(listener: Client): readonly string[] {
  const words: string[] = [];
  listener.on(Events.MessageCreate, ({ content }: Message) => words.push(content));
  return words;
}

describe.concurrent('the gateway connection of discord.js', () => {
  test('asked to reconnect it resumes, and hears what it missed', async (context) => {
    const stand = await startDiscord(context);
    const client = await startClient(context, stand);
    const words = wordsOf(client);
    await stand.say('before');
    stand.askToReconnect();
    await stand.say('meanwhile');
    await stand.ready();
    const last = nextEvent(client, Events.MessageCreate);
    await stand.say('after');
    await last;
    await context.expect.poll(() => words).toEqual(['before', 'meanwhile', 'after']);
    expect(stand.handshakes).toEqual({ identify: 1, resume: 1 });
  });

  test('cut off it resumes, and an interaction that it missed is still answered', async (context) => {
    const stand = await startDiscord(context);
    const client = await startClient(context, stand);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('x');
    });
    stand.dropConnections();
    expect(stand.connections()).toBe(0);
    expect(await stand.command('brief', { url: 'a.example' })).toMatchObject({ isAcked: true, type: 4 });
    expect([stand.connections(), stand.handshakes]).toEqual([1, { identify: 1, resume: 1 }]);
  });

  test('with its heartbeats unanswered it takes the connection for dead, and resumes on another', async (context) => {
    const deaf = await startDiscord(context, { heartbeatMs: 100 });
    await startClient(context, deaf);
    deaf.acksHeartbeats = false;
    await context.expect.poll(() => deaf.connections()).toBe(0);
    deaf.acksHeartbeats = true;
    await deaf.ready();
    expect(deaf.handshakes).toEqual({ identify: 1, resume: 1 });
  });

  // Without `Partials.Channel` discord.js swallows what is said in a DM that it has not seen before.
  test('two shards hear each its own guilds', async (context) => {
    const stand = await startDiscord(context);
    const other = String(BigInt(stand.guild) + (1n << 22n));
    stand.addGuild({ id: other });
    stand.addChannel({ id: '71', guild: other });
    stand.shards = 2;
    const client = await startClient(context, stand, { shards: 'auto', partials: [Partials.Channel] });
    await stand.ready();
    expect(stand.connections()).toBe(2);
    const shards: (readonly [string, number | undefined])[] = [];
    client.on(Events.MessageCreate, (message) => shards.push([message.content, message.guild?.shardId]));
    await stand.say('home');
    await stand.say('other', { channel: '71' });
    await stand.say('dm', { guild: null });
    await context.expect
      .poll(() => shards.toSorted())
      .toEqual([
        ['dm', undefined],
        ['home', expect.any(Number)],
        ['other', expect.any(Number)],
      ]);
    expect(new Set(shards.map(([, shard]) => shard)).size).toBe(3);
  });
});
