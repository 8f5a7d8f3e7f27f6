import { expect, test } from 'vitest';
import type { Command } from '#core/command.ts';
import type { Digest } from '#core/digest.ts';
import { createRunJob } from '#flow/run-job.ts';
import { wording } from '#render/wording.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aMemory } from './a-memory.ts';

const never = () => Promise.reject(new Error('nobody asks for this'));

test('a thread for talk opens under a digest with stories, and under none without', async () => {
  const clock = createFakeClock();
  const store = await aMemory(clock);
  const { memory } = store;
  const card = { title: 'Digest', blocks: [] };
  const digestOf = (stories: number): Command => ({
    ...{ name: 'digest', about: '' },
    verbs: [
      {
        ...{ name: null, about: '', params: [], examples: [], permission: 'anyone', audience: 'channel' },
        async run() {
          const data = { until: clock.now().toISOString(), entries: Array(stories) } as unknown as Digest;
          return { kind: 'digest', card, data, why: card, slot: null };
        },
      },
    ],
  });
  for (const stories of [0, 1]) {
    const id = `job-${stories}`;
    const place = { platform: 'fake', workspace: 'w1', channel: id, thread: null };
    const asked = { id, lane: id, place, person: { id: 'anna', name: null, mayManage: false }, audience: null };
    const post = await memory.transact(async ({ posts, channels }) => {
      await channels.visit(place);
      return posts.plan({ ...asked, key: id, replyTo: null, card });
    });
    const runJob = createRunJob({
      ...{ memory, wording, clock, pageOf: () => null, openDesk: () => null, mayManage: async () => false },
      ...{ commands: [digestOf(stories)], fit: (_, whole) => [whole], observe: () => {}, wake: () => {} },
      startWalk: () => ({ read: never, brief: never, testimony: never, answer: never }),
    });
    const job = { ...asked, command: 'digest', verb: null, args: {}, post: post.id };
    const finish = memory.transact;
    await runJob({ job, isLast: false, signal: new AbortController().signal, finish });
    expect(await store.posts(id)).toMatchObject([{ isFinal: true, topic: stories === 0 ? null : 'Digest' }]);
  }
  await store.close();
});
