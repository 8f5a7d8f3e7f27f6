/**
 * A byline that `run-crash.ts` kills: the real queue, outbox and memory, and a platform on loopback that outlives it. Says "ack N"
 * when request N is safely stored, as a platform would acknowledge it.
 */

import type { Card } from '#core/card.ts';
import { readNews } from '#feeds/read-news.ts';
import { wording } from '#render/wording.ts';
import { createMemory, openShelves } from '#store/create-memory.ts';
import { createOutboxSender } from '#store/create-outbox-sender.ts';
import { createWorkQueue } from '#store/create-work-queue.ts';
import { makeQueues } from '#store/make-queues.ts';
import { type DatabasePlace, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { aRing } from './a-ring.ts';
import { callPlatform } from './call-platform.ts';
import { acceptRequest } from './crash-request.ts';

type Orders = {
  readonly place: DatabasePlace;
  readonly platform: string;
  /** Requests to accept, from this number on; none where they are there already. */
  readonly from: number;
  readonly count: number;
};

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');
const clock = { now: () => new Date() };
const observe = () => undefined;

const platform = callPlatform(orders.platform);

const open = await openDatabase(orders.place);
const boss = open.createBoss({ schedule: false, superviseIntervalSeconds: 2, monitorIntervalSeconds: 2 });
boss.on('error', () => undefined).on('warning', () => undefined);
await boss.start();
await makeQueues(boss);
const parts = { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() };
const memory = createMemory(open.db, parts);
const sender = createOutboxSender({
  open,
  clock,
  platforms: [platform],
  observe,
  ring: aRing(),
  undelivered: wording.undelivered,
});
const queue = createWorkQueue({
  ...{ open, boss, observe, atOnce: { requests: 8, digests: 8 }, shelves: (session) => openShelves(session, parts) },
  giveUp: async () => undefined,
});
await sender.start();
await queue.work(async ({ job, finish }) => {
  const card: Card = { title: `done ${job.id}`, blocks: [] };
  await finish(async ({ posts, usage }) => {
    await posts.revise(job.post, card, { isFinal: true });
    // The effect: one count in a channel of its own. Twice is two.
    await usage.add({ ...job.place, channel: `effect-${job.id}` }, 'briefings', 1);
  });
  sender.wake();
});
process.on('SIGTERM', async () => {
  await queue.stop(5_000);
  await sender.stop();
  await boss.stop({ graceful: false });
  await open.close();
  process.exit(0);
});
process.stdout.write('up\n');
for (let n = orders.from; n < orders.from + orders.count; n++) {
  await memory.transact((shelves) => acceptRequest(n, shelves));
  process.stdout.write(`ack ${n}\n`);
  queue.wake();
  sender.wake();
}
