import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { readNews } from '#feeds/read-news.ts';
import { createMemory } from '#store/create-memory.ts';
import { makeQueues } from '#store/make-queues.ts';
import { type DatabasePlace, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { eventually } from '../fakes/eventually.ts';
import { aRing } from './a-ring.ts';
import { acceptRequest } from './crash-request.ts';

/** What was left after the killing. */
export type CrashReport = {
  readonly acknowledged: number;
  readonly kills: number;
  /** Acknowledged, and no effect, or no message that shows it. */
  readonly lost: number;
  readonly doubleEffects: number;
  readonly doublePosts: number;
};

type Message = { readonly post: string; title: string };

/** A platform whose memory outlives every byline that talks to it. */
async function openPlatform() {
  const messages: Message[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { id, title, message } = JSON.parse(body);
      if (request.url === '/post') messages.push({ post: id, title });
      const edited = messages[Number(message)];
      if (request.url === '/edit' && edited !== undefined) edited.title = title;
      const found = request.url === '/post' ? messages.length - 1 : messages.findIndex((one) => one.post === id);
      response.end(JSON.stringify({ message: found < 0 ? null : String(found) }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { messages, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/**
 * Bylines at work, killed with SIGKILL at random moments and started again, until all is done. One process on a folder accepts
 * its requests itself; several on a server find them there.
 */
export async function runCrash(
  place: DatabasePlace,
  options: { readonly workers: number; readonly requests: number; readonly kills: number; readonly seed: number },
): Promise<CrashReport> {
  const platform = await openPlatform();
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
  const start = async (): Promise<ChildProcess> => {
    const from = place.kind === 'server' ? 0 : Math.max(-1, ...acknowledged) + 1;
    const count = place.kind === 'server' ? 0 : Math.max(0, options.requests - from);
    const orders = JSON.stringify({ place, platform: platform.url, from, count });
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash-child.ts'), orders]);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      for (const [, n] of chunk.matchAll(/^ack (\d+)$/gm)) acknowledged.add(Number(n));
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    await eventually('a byline that is up', () => {
      if (child.exitCode !== null) throw new Error(`it ended by itself: ${out}`);
      return out.includes('up\n');
    });
    return child;
  };

  const children = await Promise.all(Array.from({ length: options.workers }, start));
  while (kills < options.kills) {
    await pause(100 + random() * 700);
    const victim = Math.floor(random() * children.length);
    await end(children[victim], 'SIGKILL');
    kills++;
    children[victim] = await start();
  }
  const isDone = () =>
    acknowledged.size >= options.requests &&
    platform.messages.filter(({ title }) => title.startsWith('done ')).length >= options.requests;
  // A dead worker's jobs come back after their heartbeat: with many kills that takes its time.
  for (let i = 0; i < 8 && !isDone(); i++) await eventually('the end of the work', isDone).catch(() => undefined);
  await Promise.all(children.map((child) => end(child, 'SIGTERM')));
  platform.close();

  const effects = await readEffects(place);
  const shown = new Set(platform.messages.map(({ title }) => title));
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

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Mulberry32: the same seed gives the same moments, as far as a clock allows. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
