import type { Briefing } from '#core/briefing.ts';
import type { KeptBriefing, Memory, Shelves } from '#core/memory.ts';
import { readNews } from '#feeds/read-news.ts';
import { createMemory, openShelves } from '#store/create-memory.ts';
import { makeQueues } from '#store/make-queues.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { aBriefing } from '../a-briefing.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aRing } from './a-ring.ts';
import type { TestPlace } from './on-both-engines.ts';

/** A channel of the platform that the tests of the memory make believe. */
export const at = (channel: string, workspace = 'w1') => ({ platform: 'fake', workspace, channel, thread: null });

/** A memory on a database of its own, with a clock that stands still. */
export type TestMemory = {
  readonly open: OpenDatabase;
  readonly boss: ReturnType<OpenDatabase['createBoss']>;
  readonly memory: Memory;
  readonly shelves: (session: Parameters<typeof openShelves>[0]) => Shelves;
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly keep: (channel: string, workspace?: string, briefing?: Briefing) => Promise<string>;
  readonly get: (slug: string) => Promise<KeptBriefing | null>;
  readonly close: () => Promise<void>;
};

export async function openMemory(makePlace: () => Promise<TestPlace>): Promise<TestMemory> {
  const where = await makePlace();
  const open = await openDatabase(where.place);
  const boss = open.createBoss({ schedule: false, supervise: false });
  await boss.start();
  await makeQueues(boss);
  const clock = createFakeClock();
  const parts = { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() };
  const memory = createMemory(open.db, parts);
  return {
    ...{ open, boss, memory, clock },
    shelves: (session) => openShelves(session, parts),
    keep: (channel, workspace = 'w1', briefing = aBriefing()) =>
      memory.transact(({ briefings }) => briefings.keep(briefing, at(channel, workspace))),
    get: (slug) => memory.transact(({ briefings }) => briefings.get(slug)),
    async close() {
      await boss.stop({ graceful: false });
      await open.close();
      await where.remove();
    },
  };
}
