/** What becomes of the pool, and of the walks beside it, when a thread dies, sticks or is flooded. */
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWalkPool, type WalkPoolOptions } from '#bot/walk-pool.ts';
import { eventually } from '../fakes/eventually.ts';

/** Enough for a thread that loads nothing, and soon eaten. */
const LITTLE_MB = 48;

function openPool(limits: WalkPoolOptions['limits'] = {}, threads = 1) {
  const troubles: unknown[] = [];
  const worker = path.join(import.meta.dirname, 'a-bad-worker.ts');
  const pool = createWalkPool({
    ...{ allowed: '', threads, worker },
    limits: { memoryMb: LITTLE_MB, ...limits },
    onTrouble: (cause) => troubles.push(cause),
  });
  onTestFinished(() => pool.close());
  const ask = (what: string, signal = new AbortController().signal, onStep: (step: string) => void = () => undefined) =>
    pool.startWalk(onStep, signal).read(what) as Promise<unknown>;
  return { pool, ask, troubles };
}

test.each([
  ['runs out of memory', 'eat memory', { code: 'TOO_LARGE' }],
  ['ends', 'exit', { message: 'worker exited with code: 3' }],
])(
  'a thread that %s fails the walk that did it, and the walks beside it come to their end',
  async (_, what, failure) => {
    const { pool, ask, troubles } = openPool();
    const guilty = expect(ask(what)).rejects.toMatchObject(failure);
    const others = await Promise.all(['wait a little', 'wait a little', 'wait a little'].map((one) => ask(one)));
    await guilty;
    expect(others).toEqual(['waited', 'waited', 'waited']);
    expect(troubles.length).toBeGreaterThan(0);
    expect(await ask('still here')).toBe('still here');
    expect(pool.load()).toEqual({ running: 0, waiting: 0 });
  },
);

test('walks that waited for a thread that died get another, though nobody asks for anything more', async () => {
  const { ask } = openPool();
  const guilty = expect(ask('eat memory')).rejects.toMatchObject({ code: 'TOO_LARGE' });
  const others = await Promise.all(Array.from({ length: 15 }, () => ask('wait a little')));
  expect(new Set(others)).toEqual(new Set(['waited']));
  await guilty;
});

test('an error that a thread throws when nobody waits for it ends neither the process nor the walks in the thread', async () => {
  const { ask, troubles } = openPool();
  expect(await Promise.all([ask('throw from nowhere'), ask('wait a little')])).toEqual(['thrown', 'waited']);
  expect(troubles).toMatchObject([{ message: 'nobody waits for this' }]);
  expect(await ask('still here')).toBe('still here');
});

test('a walk that never gives its thread back is too slow, and the thread is replaced', async () => {
  const { ask, pool } = openPool({ callMs: 1_500, stuckMs: 100 });
  const first = await eventually('an answer', () => ask('who').catch(() => null));
  await expect(ask('loop')).rejects.toMatchObject({ code: 'TOO_SLOW', message: 'it took more than 1.5 s' });
  const second = await eventually('an answer', () => ask('who').catch(() => null));
  expect(second).not.toBe(first);
  expect(pool.load()).toEqual({ running: 0, waiting: 0 });
});

test('a walk that is called off inside a loop is let go at once', async () => {
  const { ask } = openPool({ stuckMs: 100 });
  const off = new AbortController();
  const looping = ask('loop', off.signal, () => off.abort());
  await expect(looping).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(await ask('still here')).toBe('still here');
});

test('more than can be done in time is refused, and what was called off makes room', async () => {
  const { ask, pool } = openPool();
  await ask('who');
  const off = new AbortController();
  const many = Array.from({ length: 504 }, () => ask('wait', off.signal).catch((error: unknown) => error));
  expect(pool.load()).toEqual({ running: 4, waiting: 500 });
  await expect(ask('who')).rejects.toMatchObject({ code: 'SATURATED' });
  off.abort();
  for (const failure of await Promise.all(many)) expect(failure).toMatchObject({ code: 'CANCELLED' });
  expect(pool.load()).toEqual({ running: 0, waiting: 0 });
  expect(await eventually('room', () => ask('still here').catch(() => null))).toBe('still here');
});

test('an idle thread ends, and the next walk has a new one', async () => {
  const { ask } = openPool({ idleMs: 500 });
  const first = await ask('who');
  const other = await eventually('a new thread', async () => {
    await new Promise((done) => setTimeout(done, 600));
    const now = await ask('who');
    return now === first ? null : now;
  });
  expect(other).not.toBe(first);
});

test('closing calls off what is under way, and nothing starts afterwards', async () => {
  const { ask, pool } = openPool();
  await ask('who');
  const waiting = Array.from({ length: 6 }, () => expect(ask('wait')).rejects.toMatchObject({ code: 'CANCELLED' }));
  await pool.close();
  await Promise.all(waiting);
  await expect(ask('who')).rejects.toMatchObject({ code: 'CANCELLED' });
});
