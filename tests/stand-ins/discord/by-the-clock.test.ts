/** Proves what takes its time by the protocol or by discord.js, all at once. */
import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { callDiscord } from './call-discord.ts';
import { nextEvent, startClient, startDiscord } from './connect-client.ts';
import { numberOf } from './json.ts';

const POST = /^POST \/channels\/\d+\/messages$/;

describe.concurrent('by the clock', () => {
  test('nobody waits longer than three seconds for the first answer', async (context) => {
    const stand = await startDiscord(context);
    await callDiscord(stand, 'PUT', `/applications/${stand.applicationId}/commands`, [
      { name: 'brief', description: 'x' },
    ]);
    const { isAcked, ms } = await stand.command('brief');
    expect(isAcked).toBe(false);
    expect(ms).toBeGreaterThanOrEqual(2990);
    expect(ms).toBeLessThan(5000);
  });

  test('a second new message within a second is refused, and taken after the wait that it names', async (context) => {
    const stand = await startDiscord(context);
    const post = (content: string) => callDiscord(stand, 'POST', `/channels/${stand.channel}/messages`, { content });
    expect((await post('one')).headers.get('x-ratelimit-remaining')).toBe('4');
    const refused = await post('two');
    expect(refused).toMatchObject({ status: 429, body: { message: 'You are being rate limited.', global: false } });
    const wait = numberOf(refused.body.retry_after);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(1);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'retry-after': String(wait),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(wait),
      'x-ratelimit-scope': 'user',
    });
    expect(refused.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
    expect([stand.tooFast(), stand.invalidRequests()]).toEqual([1, 1]);
    await new Promise((done) => setTimeout(done, wait * 1000));
    expect((await post('three')).status).toBe(200);
    expect(stand.messages(stand.channel).map(({ content }) => content)).toEqual(['one', 'three']);
  });

  test('discord.js sends a refused message later by itself', async (context) => {
    const stand = await startDiscord(context);
    const client = await startClient(context, stand);
    const channel = await client.channels.fetch(stand.channel);
    if (channel?.isSendable()) {
      await channel.send('one');
      await channel.send('two');
    }
    expect(stand.messages(stand.channel)).toHaveLength(2);
    expect(stand.tooFast()).toBe(1);
    expect(stand.requests.map(({ status }) => status)).toContain(429);
  });

  test('discord.js tries again at once after a 500, also when the work was done: the nonce keeps it one message', async (context) => {
    const stand = await startDiscord(context);
    const client = await startClient(context, stand);
    stand.addChannel({ id: '70' });
    const [careful, careless] = [await client.channels.fetch(stand.channel), await client.channels.fetch('70')];
    stand.fail(POST, { kind: 'status', status: 500, isDone: true });
    if (careful?.isSendable()) await careful.send({ content: 'once', nonce: 'n1', enforceNonce: true });
    expect(stand.messages(stand.channel)).toHaveLength(1);
    stand.fail(POST, { kind: 'status', status: 500, isDone: true });
    if (careless?.isSendable()) await careless.send('twice');
    expect(stand.messages('70')).toHaveLength(2);
  });

  test('discord.js identifies anew when its session is gone', async (context) => {
    const stand = await startDiscord(context);
    const client = await startClient(context, stand);
    // The client must have come back before it is destroyed: destroyed while it identifies, discord.js 14.28 connects
    // again and `destroy` never ends. It waits five seconds between two IDENTIFYs of a shard.
    const back = nextEvent(client, Events.ShardReady);
    stand.invalidateSession();
    await stand.ready();
    await back;
    expect(stand.handshakes).toEqual({ identify: 2, resume: 0 });
  });
});
