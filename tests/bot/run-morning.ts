import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '#bot/open-store.ts';
import { planDigests } from '#flow/plan-digests.ts';
import { wording } from '#render/wording.ts';
import { nextRun } from '#schedule/next-run.ts';
import type { DatabasePlace } from '#store/open-database.ts';
import { eventually } from '../fakes/eventually.ts';
import { createRandom, endByline, pause, startByline } from '../store/a-byline.ts';
import { aRing } from '../store/a-ring.ts';
import { type FarMessage, openFarPlatform } from '../store/far-platform.ts';
import type { ChildOrders } from './start-child-bot.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const WORKSPACES = 25;

/** What a morning came to, by the platform's own memory. */
export type Morning = {
  readonly kills: number;
  /** Kills before every digest was seen. */
  readonly meanwhile: number;
  readonly channels: number;
  /** Channels that were told exactly once; never; more often. */
  readonly once: number;
  readonly missing: number;
  readonly doubled: number;
};

/** A database whose channels, each with a feed, want a digest at the same past minute. `at`: when. */
export async function seedMorning(place: DatabasePlace, channels: number, lateHours = 0) {
  const at = new Date(Math.floor((Date.now() - lateHours * HOUR_MS) / MINUTE_MS) * MINUTE_MS);
  const schedule = {
    ...{ days: [1, 2, 3, 4, 5, 6, 7], hour: at.getUTCHours(), minute: at.getUTCMinutes(), timeZone: 'UTC' },
  };
  await withStore(place, async ({ memory }) => {
    for (let from = 0; from < channels; from += 100)
      await memory.transact(async ({ schedules, feeds }) => {
        for (let n = from; n < Math.min(from + 100, channels); n++) {
          const channel = { platform: 'fake', workspace: `w${n % WORKSPACES}`, channel: `c${n}` };
          await schedules.add(channel, schedule, at, 'anna');
          await feeds.followUnread({ ...channel }, { url: 'https://tides.example/feed', title: 'Tides' }, 'anna');
        }
      });
  });
  return { at };
}

/** How long planning all that is due takes in this process, in ms, and how many that was. */
export function timePlanning(place: DatabasePlace): Promise<{ readonly planned: number; readonly ms: number }> {
  return withStore(place, async ({ memory }) => {
    const clock = { now: () => new Date() };
    const nothing = () => undefined;
    const began = performance.now();
    const planned = await planDigests({ memory, clock, wording, nextRun, observe: nothing, wake: nothing });
    return { planned, ms: Math.round(performance.now() - began) };
  });
}

/** Bylines over such a database, killed with SIGKILL at random moments and started again, until every channel has its digest. */
export async function runMorning(
  place: DatabasePlace,
  options: {
    readonly channels: number;
    readonly workers: number;
    readonly kills: number;
    readonly seed: number;
    readonly aheadMs?: number;
  },
): Promise<Morning & { readonly messages: readonly FarMessage[] }> {
  const { channels, workers, kills } = options;
  const platform = await openFarPlatform();
  const random = createRandom(options.seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-morning-'));
  const orders: ChildOrders = { place, platform: platform.url, folder, aheadMs: options.aheadMs ?? 0 };
  const start = () => startByline(path.join(import.meta.dirname, 'morning-child.ts'), orders);
  const children: ChildProcess[] = [];
  let meanwhile = 0;
  for (let n = 0; n < workers; n++) children.push(await start());
  for (let kill = 0; kill < kills; kill++) {
    // A byline looks for what is due after two seconds; what comes then is where it hurts.
    await pause(1_900 + random() * 1_600);
    const victim = Math.floor(random() * workers);
    await endByline(children[victim], 'SIGKILL');
    if (platform.messages.length < channels) meanwhile++;
    children[victim] = await start();
  }
  const isDone = () => platform.messages.length >= channels;
  // A dead worker's jobs come back after their heartbeat.
  for (let i = 0; i < 8 && !isDone(); i++) await eventually('every digest', isDone).catch(() => undefined);
  // Whatever would be told twice has its chance.
  await pause(3_000);
  await Promise.all(children.map((child) => endByline(child, 'SIGTERM')));
  platform.close();
  rmSync(folder, { recursive: true, force: true });
  return { kills, meanwhile, channels, ...countOf(platform.messages, channels), messages: platform.messages };
}

function countOf(messages: readonly FarMessage[], channels: number) {
  const told = Map.groupBy(messages, ({ channel }) => channel);
  const times = Array.from({ length: channels }, (_, n) => told.get(`c${n}`)?.length ?? 0);
  return {
    once: times.filter((count) => count === 1).length,
    missing: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length,
  };
}

/** A store of this process's own, for as long as the work lasts. */
export async function withStore<T>(
  place: DatabasePlace,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const settings = {
    ...{ databaseUrl: place.kind === 'server' ? place.url : null, keys: aRing() },
    dataFolder: place.kind === 'folder' ? place.folder : tmpdir(),
  };
  const store = await openStore(settings, { clock: { now: () => new Date() }, observe: () => undefined });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
