/** What a dead process held in a folder: it keeps its attempts, and is looked at one by one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job, Memory } from '#core/memory.ts';
import { readNews } from '#feeds/read-news.ts';
import { createMemory, openShelves } from '#store/create-memory.ts';
import { createWorkQueue } from '#store/create-work-queue.ts';
import { makeQueues } from '#store/make-queues.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { returnOrphans } from '#store/return-orphans.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { eventually } from '../fakes/eventually.ts';
import { aRing } from './a-ring.ts';
import { aFolder } from './on-both-engines.ts';

const clock = { now: () => new Date() };
const where = aFolder();
let open: OpenDatabase;
let boss: ReturnType<OpenDatabase['createBoss']>;
let memory: Memory;
const parts = () => ({ boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() });

beforeAll(async () => {
  open = await openDatabase(where.place);
  boss = open.createBoss({ schedule: false });
  boss.on('error', () => undefined).on('warning', () => undefined);
  await boss.start();
  await makeQueues(boss);
  memory = createMemory(open.db, parts());
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await open.close();
  await where.remove();
});

const aJob = (id: string): Job => ({
  ...{ id, lane: id, post: `post-${id}`, audience: null, command: 'brief', verb: null, args: {} },
  place: { platform: 'fake', workspace: 'w1', channel: 'c1', thread: null },
  person: { id: 'u1', name: null, mayManage: false },
});

test('jobs that were held side by side keep all their attempts, and run one at a time', async () => {
  for (const id of ['j1', 'j2', 'j3']) await memory.transact(({ jobs }) => jobs.send(aJob(id)));
  // More deaths than a job has attempts.
  for (let death = 0; death < 7; death++) {
    expect(await boss.fetch('requests', { batchSize: 3, ignoreStartAfter: true })).toHaveLength(3);
    await returnOrphans(open.db);
  }
  let [atOnce, most] = [0, 0];
  const seen: string[] = [];
  const lasts: boolean[] = [];
  const givenUp: string[] = [];
  const queue = createWorkQueue({
    ...{
      open,
      boss,
      atOnce: { requests: 8, digests: 8 },
      observe: () => undefined,
      shelves: (session) => openShelves(session, parts()),
    },
    giveUp: async (job) => void givenUp.push(job.id),
  });
  await queue.work(async ({ job, isLast, finish }) => {
    most = Math.max(most, ++atOnce);
    lasts.push(isLast);
    await finish(async () => undefined);
    atOnce--;
    seen.push(job.id);
  });
  await eventually('all three', () => seen.length === 3);
  await queue.stop(0);
  expect({ most, givenUp, lasts }).toEqual({ most: 1, givenUp: [], lasts: [false, false, false] });
});
