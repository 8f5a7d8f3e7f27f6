/** How a connection is kept, against a client that does as a test tells it; its times pass at once. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected } from '#platforms/slack/keep-connected.ts';

/** What the next starts of the client come to. */
type Start = 'connects' | 'fails' | 'hangs' | Error;

const MINUTE = 60_000;
let starts: Start[];
let tried: number;
let left: number;
let troubles: unknown[];
let lose: () => void;
let hung: (() => void)[];
let connection: ReturnType<typeof keepConnected>;

beforeEach(() => {
  vi.useFakeTimers();
  [starts, tried, left, troubles, hung] = [[], 0, 0, [], []];
  connection = keepConnected(
    {
      on: (_, listener) => {
        lose = listener;
      },
      async start() {
        tried++;
        const next = starts.shift() ?? 'connects';
        if (next instanceof Error) throw next;
        if (next === 'fails') throw new Error('Slack is down');
        if (next === 'hangs') await new Promise<void>((done) => hung.push(done));
        return { ok: true };
      },
      async disconnect() {
        left++;
        lose();
      },
    },
    (_, cause) => troubles.push(cause),
  );
});
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a connection that is renewed after hours comes back at once', async () => {
  await connection.start();
  for (let at = 2; at < 6; at++) {
    await pass(60 * MINUTE);
    lose();
    await pass(0);
    expect(tried).toBe(at);
  }
  expect(troubles).toEqual([]);
});

test('a Slack that is down is asked ever more rarely, each time to the log, and once it is back the waits begin anew', async () => {
  await connection.start();
  await pass(MINUTE);
  starts = Array.from({ length: 10 }, () => 'fails');
  lose();
  await pass(10 * MINUTE);
  expect(troubles).toHaveLength(10);
  // At once, then after 0.5, 1, 2, 5 and 10 s, then every 10 s.
  expect(tried).toBe(12);
  await pass(MINUTE);
  lose();
  await pass(0);
  expect(tried).toBe(13);
});

test('connections that end as soon as they begin are not tried for again without a rest', async () => {
  await connection.start();
  for (let at = 0; at < 100; at++) {
    lose();
    await pass(100);
  }
  // 10 s have passed.
  expect(tried).toBeLessThan(10);
});

test('Slack is not asked again before the time that it named', async () => {
  const { webApi } = await import('@slack/bolt');
  await connection.start();
  starts = [new webApi.WebAPIRateLimitedError(45)];
  lose();
  await pass(44_000);
  expect(tried).toBe(2);
  await pass(2_000);
  expect(tried).toBe(3);
});

test('a connection that never says hello is given up, and the next is tried', async () => {
  await connection.start();
  starts = ['hangs'];
  lose();
  await pass(20_000);
  expect(tried).toBe(3);
  expect(troubles).toEqual([expect.objectContaining({ message: 'Slack said no hello in time' })]);
  expect(left).toBe(1);
});

test('a first connection that fails is thrown, and tried by nobody', async () => {
  starts = ['fails'];
  await expect(connection.start()).rejects.toThrow('Slack is down');
  await pass(MINUTE);
  expect(tried).toBe(1);
});

test.each(['while it holds', 'while Slack is waited for', 'while it is lost'] as const)(
  'a stop %s ends at once, and nothing is tried any more',
  async (when) => {
    await connection.start();
    if (when === 'while it is lost') starts = Array.from({ length: 20 }, () => 'fails');
    if (when === 'while Slack is waited for') starts = ['hangs'];
    if (when !== 'while it holds') lose();
    await pass(when === 'while it is lost' ? 5 * MINUTE : 10);
    const before = tried;
    await connection.stop();
    for (const done of hung) done();
    await pass(10 * MINUTE);
    expect(tried).toBe(before);
    // What connects after all is left again.
    expect(left).toBe(when === 'while Slack is waited for' ? 2 : left);
  },
);

test('a Slack that never says goodbye holds up no stop', async () => {
  const silent = keepConnected(
    { on: () => undefined, start: async () => ({ ok: true }), disconnect: () => new Promise(() => undefined) },
    () => undefined,
  );
  await silent.start();
  const stopped = silent.stop();
  await pass(2_000);
  await stopped;
});

test('it can be started anew', async () => {
  await connection.start();
  await connection.stop();
  await connection.start();
  await pass(MINUTE);
  lose();
  await pass(0);
  expect(tried).toBe(3);
});
