/** Jobs on the real queue: in order within a lane, done once, given back, given up. */

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Claim, Job, Memory } from '#core/memory.ts';
import type { Happening } from '#core/observer.ts';
import { readNews } from '#feeds/read-news.ts';
import { buryLost } from '#store/bury-lost.ts';
import { createMemory, openShelves } from '#store/create-memory.ts';
import { createWorkQueue, type RunningQueue } from '#store/create-work-queue.ts';
import { lookAtQueue } from '#store/look-at-queue.ts';
import { makeQueues, QUEUES } from '#store/make-queues.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { eventually } from '../fakes/eventually.ts';
import { aRing } from './a-ring.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

const clock = { now: () => new Date() };
const aJob = (id: string, lane = id): Job => ({
  ...{ id, lane, post: `post-${id}`, audience: null, command: 'brief', verb: null, args: { points: 3 } },
  place: { platform: 'fake', workspace: 'w1', channel: 'c1', thread: null },
  person: { id: 'u1', name: null, mayManage: false },
});

describeEngines('queue', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  let boss: ReturnType<OpenDatabase['createBoss']>;
  let memory: Memory;
  let queues: RunningQueue[] = [];
  let told: Happening[] = [];
  let givenUp: string[] = [];

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
    boss = open.createBoss({ schedule: false, superviseIntervalSeconds: 1, monitorIntervalSeconds: 1 });
    boss.on('error', () => undefined).on('warning', () => undefined);
    await boss.start();
    await makeQueues(boss);
    memory = createMemory(open.db, { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() });
  });
  afterAll(async () => {
    await boss.stop({ graceful: false });
    await open.close();
    await where.remove();
  });
  beforeEach(async () => {
    for (const queue of QUEUES) await boss.deleteAllJobs(queue);
    await open.db.deleteFrom('dead_job').execute();
    [queues, told, givenUp] = [[], [], []];
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.stop(0)));
  });

  const send = async (...jobs: Job[]) => {
    for (const job of jobs) await memory.transact((shelves) => shelves.jobs.send(job));
    for (const queue of queues) queue.wake();
  };
  async function work(handler: (claim: Claim) => Promise<void>): Promise<RunningQueue> {
    const queue = createWorkQueue({
      ...{ open, boss, atOnce: { requests: 8, digests: 8 }, observe: (one) => told.push(one) },
      shelves: (session) =>
        openShelves(session, { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() }),
      giveUp: async (job) => void givenUp.push(job.id),
    });
    queues.push(queue);
    await queue.work(handler);
    return queue;
  }
  const nothing = async () => undefined;

  test('a job arrives as it was sent, and is gone when it is finished', async () => {
    const seen: Job[] = [];
    await work(async ({ job, finish, isLast }) => {
      expect(isLast).toBe(false);
      seen.push(job);
      await finish(nothing);
    });
    await send(aJob('j1'));
    await eventually('the end', async () => seen.length === 1 && (await lookAtQueue(open.db)).jobs.active === 0);
    expect(seen).toEqual([aJob('j1')]);
    expect((await lookAtQueue(open.db)).jobs).toEqual({ ready: 0, active: 0, dead: 0 });
  });

  test('a transaction that fails sends nothing', async () => {
    const seen: string[] = [];
    await work(async ({ job, finish }) => {
      seen.push(job.id);
      await finish(nothing);
    });
    await expect(
      memory.transact(async (shelves) => {
        await shelves.jobs.send(aJob('never'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await send(aJob('j1'));
    await eventually('the job', () => seen.length === 1);
    expect(seen).toEqual(['j1']);
  });

  test('jobs of a lane run one after another in their order, lanes beside one another', async () => {
    const order = new Map<string, number[]>();
    const running = new Map<string, number>();
    let most = 0;
    await work(async ({ job, finish }) => {
      const now = (running.get(job.lane) ?? 0) + 1;
      running.set(job.lane, now);
      expect(now).toBe(1);
      most = Math.max(
        most,
        [...running.values()].reduce((a, b) => a + b, 0),
      );
      await new Promise((done) => setTimeout(done, 5));
      order.set(job.lane, [...(order.get(job.lane) ?? []), Number(job.id)]);
      running.set(job.lane, 0);
      await finish(nothing);
    });
    await send(...Array.from({ length: 40 }, (_, i) => aJob(String(i), `lane-${i % 4}`)));
    await eventually('all jobs', () => [...order.values()].flat().length === 40);
    for (const ids of order.values()) expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(most).toBeGreaterThan(1);
  });

  test('a job that fails is tried again before the ones behind it in its lane', async () => {
    const seen: string[] = [];
    let fails = 1;
    await work(async ({ job, finish }) => {
      if (fails-- > 0) throw new Error('not yet');
      seen.push(job.id);
      await finish(nothing);
    });
    await send(aJob('first', 'lane'), aJob('second', 'lane'));
    await eventually('both', () => seen.length === 2);
    expect(seen).toEqual(['first', 'second']);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'trouble', what: 'an attempt at a job failed' }));
  });

  test('a job that ends without a result counts as failed', async () => {
    let calls = 0;
    await work(async ({ finish }) => {
      if (++calls > 1) await finish(nothing);
    });
    await send(aJob('j1'));
    await eventually('another attempt', () => calls === 2);
  });

  test('an effect that fails is undone with the completion', async () => {
    let calls = 0;
    await work(async ({ job, finish }) => {
      calls++;
      await finish(async ({ usage }) => {
        await usage.add({ ...job.place, channel: 'effects' }, 'answers', 1);
        if (calls === 1) throw new Error('half way');
      });
    });
    await send(aJob('j1'));
    await eventually('the end', async () => calls === 2 && (await lookAtQueue(open.db)).jobs.active === 0);
    const place = { platform: 'fake', workspace: 'w1', channel: 'effects', thread: null };
    const used = await memory.transact(({ usage }) => usage.today(place));
    expect(used.answers).toBe(1);
    await open.db.deleteFrom('usage').execute();
  });

  test('an attempt that lost its job to another changes nothing', async () => {
    let isTried = false;
    await work(async ({ job, finish }) => {
      // Somebody else finishes it meanwhile, as after a time-out.
      const [row] = await boss.findJobs('requests', { data: { id: job.id } });
      await boss.complete('requests', row?.id ?? '');
      await finish(({ usage }) => usage.add({ ...job.place, channel: 'lost' }, 'answers', 1));
      isTried = true;
    });
    await send(aJob('j1'));
    await eventually('the attempt', () => isTried);
    const place = { platform: 'fake', workspace: 'w1', channel: 'lost', thread: null };
    expect(await memory.transact(({ usage }) => usage.today(place))).toEqual({});
  });

  test('what was set aside is kept for the operator, with its reason', async () => {
    await work(({ job, finish }) => finish(({ jobs }) => jobs.bury(job, 'why \0 not')));
    await send(aJob('j1'));
    const look = await eventually('the burial', async () => {
      const now = await lookAtQueue(open.db);
      return now.jobs.dead === 1 ? now : null;
    });
    expect(look.dead).toEqual([{ id: 'post-j1', command: 'brief', reason: 'why \ufffd not', at: expect.any(Date) }]);
  });

  test('a job whose process died at every attempt is given up, and its lane goes on', async () => {
    await send(aJob('poison', 'lane'), aJob('behind', 'lane'));
    for (let attempt = 0; attempt <= 4; attempt++) {
      const [job] = await boss.fetch('requests', { ignoreStartAfter: true, includeMetadata: true });
      expect(job?.data).toMatchObject({ id: 'poison' });
      await boss.fail('requests', job?.id ?? '');
    }
    const seen: string[] = [];
    await work(async ({ job, finish }) => {
      seen.push(job.id);
      await finish(nothing);
    });
    await eventually('the one behind', () => seen.length === 1);
    expect(seen).toEqual(['behind']);
    expect(givenUp).toEqual(['poison']);
    expect((await lookAtQueue(open.db)).dead).toMatchObject([{ id: 'post-poison' }]);
  });

  test('a lost job that cannot be given up keeps no other from being given up', async () => {
    await send(aJob('poison-1'), aJob('poison-2'));
    for (let attempt = 0; attempt < 10; attempt++) {
      const [job] = await boss.fetch('requests', { ignoreStartAfter: true });
      await boss.fail('requests', job?.id ?? '');
    }
    const burial = {
      ...{ open, boss, observe: (one: Happening) => void told.push(one) },
      shelves: (session: Parameters<typeof openShelves>[0]) =>
        openShelves(session, { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() }),
    };
    const refuse = async (job: Job) => {
      if (job.id === 'poison-1') throw new Error('not this one');
    };
    await buryLost({ ...burial, giveUp: refuse });
    expect((await lookAtQueue(open.db)).dead).toMatchObject([{ id: 'post-poison-2' }]);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'trouble', what: 'a lost job was not buried' }));
    // The next sweep finds it again.
    await buryLost({ ...burial, giveUp: nothing });
    expect((await lookAtQueue(open.db)).jobs).toEqual({ ready: 0, active: 0, dead: 2 });
  });

  test('a stop lets what runs finish, and takes nothing new', async () => {
    let finishes = 0;
    let starts = 0;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      go = done;
    });
    const queue = await work(async ({ finish }) => {
      starts++;
      await gate;
      await finish(nothing);
      finishes++;
    });
    await send(aJob('j1'));
    await eventually('the start', () => starts === 1);
    const stopped = queue.stop(30_000);
    await send(aJob('j2'));
    go();
    await stopped;
    expect({ starts, finishes }).toEqual({ starts: 1, finishes: 1 });
    expect((await lookAtQueue(open.db)).jobs.ready).toBe(1);
  });

  test('what does not finish in time at a stop is given back to the queue', async () => {
    let starts = 0;
    const queue = await work(async ({ signal }) => {
      starts++;
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await send(aJob('j1'));
    await eventually('the start', () => starts === 1);
    await queue.stop(0);
    expect((await lookAtQueue(open.db)).jobs).toEqual({ ready: 1, active: 0, dead: 0 });
  });

  test('in a folder what a dead process held is given back at once', async () => {
    await send(aJob('j1'));
    await boss.fetch('requests');
    expect((await lookAtQueue(open.db)).jobs.active).toBe(1);
    const seen: string[] = [];
    if (open.kind === 'folder') {
      await work(async ({ job, finish }) => {
        seen.push(job.id);
        await finish(nothing);
      });
      await eventually('the job', () => seen.length === 1);
    } else {
      // On a server it may be another machine's: its sign of life must stop first.
      await work(nothing);
      expect((await lookAtQueue(open.db)).jobs.active).toBe(1);
    }
  });
});
