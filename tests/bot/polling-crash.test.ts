/** Two processes share the feeds of one server; one is killed in the middle of a poll. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../read/serve.ts';
import { at, openMemory } from '../store/a-memory.ts';
import { aDatabase, SERVER } from '../store/on-both-engines.ts';
import { rss } from './a-feed-server.ts';

const FEEDS = 12;
const KILLED_AT = 5;
const LEASE_OVER_MS = 200_000;

test.skipIf(SERVER === null)(
  'every feed is read once, two at once at most, and a dead process’s feed by the other',
  async () => {
    const place = await aDatabase(SERVER ?? '');
    const store = await openMemory(async () => place);
    onTestFinished(() => store.close());
    const children = new Map<string, ChildProcess>();
    const asked: string[] = [];
    let openNow = 0;
    let mostOpen = 0;
    let victim: string | null = null;
    const killed = Promise.withResolvers<string>();
    const site = await serve((request, response) => {
      const name = /https:\/\/(\w+)\.example/.exec(request.headers['user-agent'] ?? '')?.[1] ?? '';
      asked.push(request.url ?? '');
      mostOpen = Math.max(mostOpen, ++openNow);
      response.once('close', () => {
        openNow--;
      });
      if (asked.length === KILLED_AT) {
        victim = name;
        children.get(name)?.kill('SIGKILL');
        killed.resolve(name);
        return;
      }
      // What the dead process had under way as well is never answered.
      if (name === victim) return;
      setImmediate(() => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss([1, 2, 3])));
    });
    await store.memory.transact(async ({ feeds }) => {
      for (let n = 0; n < FEEDS; n++)
        await feeds.followUnread(at('c1'), { url: `${site.origin}/feed-${n}`, title: null }, 'anna');
    });
    for (const name of ['one', 'two']) {
      const child = fork(path.join(import.meta.dirname, 'poll-child.ts'), [place.url, name], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      children.set(name, child);
      await once(child, 'message');
    }
    const survivor = children.get((await killed.promise) === 'one' ? 'two' : 'one');
    const readSoFar = async () =>
      (await store.open.db.selectFrom('feed').select('id').where('content_at', 'is not', null).execute()).length;
    // The dead process's feeds hold the host's two places until their lease is over, for nobody knows whether they are still asked for.
    survivor?.send(LEASE_OVER_MS);
    await expect.poll(readSoFar, { timeout: 60_000, interval: 50 }).toBe(FEEDS);
    expect(mostOpen).toBeLessThanOrEqual(2);
    const again = asked.length - new Set(asked).size;
    expect(again).toBeGreaterThanOrEqual(1);
    // Two of the dead process's, and two that the other had under way when its clock went ahead.
    expect(again).toBeLessThanOrEqual(4);
    const { items } = await store.open.db
      .selectFrom('feed_item')
      .select(({ fn }) => fn.countAll<string>().as('items'))
      .executeTakeFirstOrThrow();
    expect(Number(items)).toBe(3 * FEEDS);
  },
  120_000,
);
