/** What a feed does to its thread stays there: it is ended, and the feed is told in words. */
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFeedPool } from '#bot/create-feed-pool.ts';

const order = (name: string) => ({
  url: `https://tides.example/${name}`,
  etag: null,
  lastModified: null,
  subscribers: 1,
});

test.each([['hang', 'TOO_SLOW', 'it took more than']])(
  'a feed that makes its thread %s is ended, and the next is read',
  async (name, code, words) => {
    const pool = createFeedPool(
      { allowed: '', contact: null },
      () => undefined,
      { callMs: 3_000, stuckMs: 100 },
      path.join(import.meta.dirname, 'bad-feed-worker.ts'),
    );
    onTestFinished(() => pool.close());
    const { signal } = new AbortController();
    const { outcome, news } = await pool.poll(order(name), signal);
    expect(outcome).toMatchObject({ kind: 'failed', code });
    expect(JSON.stringify(outcome)).toContain(words);
    expect(news).toBeNull();
    expect(await pool.poll(order('fine'), signal)).toMatchObject({ outcome: { fact: 'well read' } });
  },
  60_000,
);
