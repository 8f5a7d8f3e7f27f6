/** What people ask for and what comes by a schedule: neither waits for the other. */
import { expect, onTestFinished, test } from 'vitest';
import type { Job, QueueName } from '#core/memory.ts';
import { createWorkQueue } from '#store/create-work-queue.ts';
import { eventually } from '../fakes/eventually.ts';
import { at, openMemory } from './a-memory.ts';
import { describeEngines } from './on-both-engines.ts';

const A_MORNING = 12;
const jobs = (queue: QueueName): Job[] =>
  Array.from({ length: A_MORNING }, (_, n) => ({
    ...{ id: `${queue}-${n}`, lane: `${queue}-${n}`, post: `post-${queue}-${n}`, place: at('c1'), audience: null },
    ...{ command: 'digest', verb: 'now', args: {}, person: { id: 'u1', name: null, mayManage: false }, queue },
  }));

describeEngines('two queues', (makePlace) => {
  test.each([
    ['requests', 'digests'],
    ['digests', 'requests'],
  ] as const)('%s that take their time hold up no %s', async (slow, quick) => {
    const { open, boss, memory, shelves, close } = await openMemory(makePlace);
    const release = Promise.withResolvers<void>();
    const ended: string[] = [];
    const queue = createWorkQueue({
      ...{ open, boss, shelves, observe: () => undefined, giveUp: async () => undefined },
      atOnce: { requests: 8, digests: 4 },
    });
    onTestFinished(async () => {
      await queue.stop(0);
      await close();
    });
    await queue.work(async ({ job, finish }) => {
      if (job.queue === slow) await release.promise;
      await finish(async () => undefined);
      ended.push(job.id);
    });
    for (const job of [...jobs(slow), ...jobs(quick)]) await memory.transact((all) => all.jobs.send(job));
    queue.wake();
    await eventually('the quick ones', () => ended.length === A_MORNING);
    expect(ended.every((id) => id.startsWith(quick))).toBe(true);
    release.resolve();
    await eventually('the slow ones', () => ended.length === 2 * A_MORNING);
  });
});
