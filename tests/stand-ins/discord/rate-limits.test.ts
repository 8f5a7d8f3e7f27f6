/** Proves the limits of speed, and the faults that a test can order. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callDiscord } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import { many } from './sample-components.ts';
import type { DiscordStandIn } from './stand-in.ts';

let stand: DiscordStandIn;
beforeEach(async () => {
  stand = await createDiscord();
});
afterEach(() => stand.close());

const post = (content: string, more: Readonly<Record<string, unknown>> = {}, channel = stand.channel) =>
  callDiscord(stand, 'POST', `/channels/${channel}/messages`, { content, ...more });

describe('speed', () => {
  test('other channels, edits and the same nonce again do not count', async () => {
    stand.addChannel({ id: '95' });
    const first = await post('one', { nonce: 'n', enforce_nonce: true });
    expect((await post('one', {}, '95')).status).toBe(200);
    expect((await post('one', { nonce: 'n', enforce_nonce: true })).status).toBe(200);
    const path = `/channels/${stand.channel}/messages/${String(first.body.id)}`;
    expect((await callDiscord(stand, 'PATCH', path, { content: 'two' })).status).toBe(200);
    expect(stand.tooFast()).toBe(0);
  });

  test('the 51st request in a second is refused for all', async () => {
    const all = await Promise.all(many(51, () => callDiscord(stand, 'GET', '/users/@me')));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toMatchObject([{ body: { global: true } }]);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(refused[0]?.headers.get('x-ratelimit-scope')).toBe('global');
    expect((await callDiscord(stand, 'POST', '/webhooks/1/none', { content: 'x' })).status).toBe(404);
  });

  test('can be left alone', async () => {
    const free = await createDiscord({ limits: 'off' });
    const all = await Promise.all(
      many(60, () => callDiscord(free, 'POST', `/channels/${free.channel}/messages`, { content: 'x' })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(60);
    expect(free.tooFast()).toBe(0);
    await free.close();
  });
});

describe('faults', () => {
  const POST = /^POST \/channels\/\d+\/messages$/;

  test('come in the order in which they were ordered, each once', async () => {
    stand.fail(POST, { kind: 'status', status: 503 });
    stand.fail(POST, { kind: 'error', status: 403, code: 50013 });
    stand.fail(POST, { kind: 'rate-limited', retryAfter: 0.5, isGlobal: true });
    expect(await post('x')).toMatchObject({ status: 503 });
    expect(await post('x')).toMatchObject({ status: 403, body: { code: 50013 } });
    expect(await post('x')).toMatchObject({ status: 429, body: { retry_after: 0.5, global: true } });
    expect((await post('x')).status).toBe(200);
    expect(stand.requests.map(({ status, code }) => [status, code])).toEqual([
      [503, 0],
      [403, 50013],
      [429, 0],
      [200, null],
    ]);
  });

  test('a status can come after the work was done', async () => {
    stand.fail(POST, { kind: 'status', status: 500, isDone: true });
    expect((await post('x')).status).toBe(500);
    expect(stand.messages(stand.channel)).toHaveLength(1);
  });

  test.each([[false], [true]])('a dropped connection did the work, or did not (reset: %s)', async (isReset) => {
    stand.fail(POST, { kind: 'drop-before', isReset });
    await expect(post('x')).rejects.toThrow('fetch failed');
    expect(stand.messages(stand.channel)).toHaveLength(0);
    stand.fail(POST, { kind: 'drop-after', isReset });
    await expect(post('x')).rejects.toThrow('fetch failed');
    expect(stand.messages(stand.channel)).toHaveLength(1);
    expect(stand.requests.map(({ status }) => status)).toEqual([0, 0]);
  });

  test('a stalled request gets no answer, and closing ends it', async () => {
    stand.fail(POST, { kind: 'stall' });
    const stalled = post('x').catch(() => 'ended');
    expect((await callDiscord(stand, 'GET', '/users/@me')).status).toBe(200);
    await stand.close();
    expect(await stalled).toBe('ended');
  });

  test('often means as often as was said, and the same for the same seed', async () => {
    const run = async (seed: number) => {
      const one = await createDiscord({ limits: 'off' });
      one.failOften(POST, 0.5, seed);
      const seen: number[] = [];
      for (let at = 0; at < 40; at += 1) {
        const made = await callDiscord(one, 'POST', `/channels/${one.channel}/messages`, { content: 'x' }).catch(
          () => ({ status: 0 }),
        );
        seen.push(made.status);
      }
      await one.close();
      return seen;
    };
    const seen = await run(7);
    expect(new Set(seen)).toEqual(new Set([200, 500, 429, 0]));
    expect(await run(7)).toEqual(seen);
    expect(await run(8)).not.toEqual(seen);
  });
});
