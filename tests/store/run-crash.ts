import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { readNews } from '#feeds/read-news.ts';
import { createMemory } from '#store/create-memory.ts';
import { makeQueues } from '#store/make-queues.ts';
import { type DatabasePlace, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { eventually } from '../fakes/eventually.ts';
import { createRandom, endByline, pause, startByline } from './a-byline.ts';
import { aRing } from './a-ring.ts';
import { acceptRequest } from './crash-request.ts';
import { openFarPlatform } from './far-platform.ts';

/** What was left after the killing. */
export type CrashReport = {
  readonly acknowledged: number;
  readonly kills: number;
  /** Acknowledged, and no effect, or no message that shows it. */
  readonly lost: number;
  readonly doubleEffects: number;
  readonly doublePosts: number;
};

/**
 * Bylines at work, killed with SIGKILL at random moments and started again, until all is done. One process on a folder accepts
 * its requests itself; several on a server find them there.
 */
export async function runCrash(
  place: DatabasePlace,
  options: { readonly workers: number; readonly requests: number; readonly kills: number; readonly seed: number },
): Promise<CrashReport> {
  const platform = await openFarPlatform();
  const random = createRandom(options.seed);
  const acknowledged = new Set<number>();
  let kills = 0;

  if (place.kind === 'server') {
    await withMemory(place, async (memory) => {
      for (let n = 0; n < options.requests; n++) {
        await memory.transact((shelves) => acceptRequest(n, shelves));
        acknowledged.add(n);
      }
    });
  }
  const start = (): Promise<ChildProcess> => {
    const from = place.kind === 'server' ? 0 : Math.max(-1, ...acknowledged) + 1;
    const count = place.kind === 'server' ? 0 : Math.max(0, options.requests - from);
    const orders = { place, platform: platform.url, from, count };
    return startByline(path.join(import.meta.dirname, 'crash-child.ts'), orders, (words) => {
      for (const [, n] of words.matchAll(/^ack (\d+)$/gm)) acknowledged.add(Number(n));
    });
  };

  const children = await Promise.all(Array.from({ length: options.workers }, start));
  while (kills < options.kills) {
    await pause(100 + random() * 700);
    const victim = Math.floor(random() * children.length);
    await endByline(children[victim], 'SIGKILL');
    kills++;
    children[victim] = await start();
  }
  const isDone = () =>
    acknowledged.size >= options.requests &&
    platform.messages.filter(({ card }) => card.title.startsWith('done ')).length >= options.requests;
  // A dead worker's jobs come back after their heartbeat: with many kills that takes its time.
  for (let i = 0; i < 8 && !isDone(); i++) await eventually('the end of the work', isDone).catch(() => undefined);
  await Promise.all(children.map((child) => endByline(child, 'SIGTERM')));
  platform.close();

  const effects = await readEffects(place);
  const shown = new Set(platform.messages.map(({ card }) => card.title));
  return {
    acknowledged: acknowledged.size,
    kills,
    lost: [...acknowledged].filter((n) => !effects.has(`effect-${n}`) || !shown.has(`done ${n}`)).length,
    doubleEffects: [...effects.values()].filter((amount) => amount !== 1).length,
    doublePosts: platform.messages.length - new Set(platform.messages.map(({ post }) => post)).size,
  };
}

async function withMemory(
  place: DatabasePlace,
  work: (memory: ReturnType<typeof createMemory>) => Promise<void>,
): Promise<void> {
  const open = await openDatabase(place);
  const boss = open.createBoss({ schedule: false, supervise: false });
  boss.on('error', () => undefined);
  await boss.start();
  await makeQueues(boss);
  await work(
    createMemory(open.db, {
      boss,
      clock: { now: () => new Date() },
      restore: restoreBriefing,
      news: readNews,
      ring: aRing(),
    }),
  );
  await boss.stop({ graceful: false });
  await open.close();
}

async function readEffects(place: DatabasePlace): Promise<ReadonlyMap<string, number>> {
  const open = await openDatabase(place);
  const rows = await open.db.selectFrom('usage').select(['channel', 'amount']).execute();
  await open.close();
  return new Map(rows.map(({ channel, amount }) => [channel, Number(amount)]));
}
