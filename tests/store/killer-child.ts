/**
 * A queue in a folder whose job "killer" kills the process that runs it, for good, as the kernel does where memory ends. A job
 * "slow …" takes a while, so that somebody else may kill the process meanwhile. Says what was begun, done and given up; sends its
 * jobs where the folder is new.
 */
import { setTimeout } from 'node:timers/promises';
import type { Job } from '#core/memory.ts';
import { readNews } from '#feeds/read-news.ts';
import { createMemory, openShelves } from '#store/create-memory.ts';
import { createWorkQueue } from '#store/create-work-queue.ts';
import { makeQueues } from '#store/make-queues.ts';
import { openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { aRing } from './a-ring.ts';

const SLOW_MS = 1_000;

const [folder = '', names = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
const say = (words: string) => void process.stdout.write(`${words}\n`);
const aJob = (id: string): Job => ({
  ...{ id, lane: id, post: `post-${id}`, audience: null, command: 'brief', verb: null, args: {} },
  place: { platform: 'fake', workspace: 'w1', channel: 'c1', thread: null },
  person: { id: 'u1', name: null, mayManage: false },
});

const open = await openDatabase({ kind: 'folder', folder });
const boss = open.createBoss({ schedule: false });
boss.on('error', () => undefined).on('warning', () => undefined);
await boss.start();
await makeQueues(boss);
const parts = { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() };
const memory = createMemory(open.db, parts);
for (const name of names === '' ? [] : names.split(','))
  await memory.transact((shelves) => shelves.jobs.send(aJob(name)));
const queue = createWorkQueue({
  ...{
    open,
    boss,
    observe: () => undefined,
    atOnce: { requests: 8, digests: 8 },
    shelves: (session) => openShelves(session, parts),
  },
  giveUp: async (job) => say(`gave up ${job.id}`),
});
await queue.work(async ({ job, finish }) => {
  if (job.id.startsWith('slow')) {
    say(`began ${job.id}`);
    await setTimeout(SLOW_MS);
  }
  if (job.id === 'killer') process.kill(process.pid, 'SIGKILL');
  await finish(async () => undefined);
  say(`did ${job.id}`);
});
