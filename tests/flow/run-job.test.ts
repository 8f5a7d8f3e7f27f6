/** One job on the real memory; only the walk is played, for what matters here is what becomes of its end. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App, Step } from '#core/app.ts';
import type { Card } from '#core/card.ts';
import type { Claim, Job } from '#core/memory.ts';
import type { Happening } from '#core/observer.ts';
import { Problem } from '#core/problem.ts';
import { createGiveUp, createRunJob, type JobParts } from '#flow/run-job.ts';
import { wording } from '#render/wording.ts';
import { aBriefing } from '../a-briefing.ts';
import { commands } from '../all-commands.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aMemory } from './a-memory.ts';

type Walk = Omit<App, 'recall' | 'desk'>;
type MakeWalk = (onStep: (step: Step) => void, signal: AbortSignal) => Partial<Walk>;

const clock = createFakeClock();
const BRIEFING = aBriefing();
const { article } = BRIEFING;
let store: Awaited<ReturnType<typeof aMemory>>;
let told: Happening[] = [];
let woken = 0;
let jobs = 0;

beforeAll(async () => {
  store = await aMemory(clock);
});
afterAll(() => store.close());
beforeEach(() => {
  [told, woken] = [[], 0];
});

/** A walk that goes well, but for what a test makes of it. */
const goodWalk = (more: Partial<Walk> = {}): Walk => ({
  read: async () => article,
  brief: async () => BRIEFING,
  testimony: async () => BRIEFING,
  answer: async () => ({ text: 'Cracks.', answered: true, evidence: [], attributions: [] }),
  ...more,
});

/** A job whose post waits for it, as after an arrival. */
async function aJob(more: Partial<Job> = {}): Promise<Job> {
  const id = `job-${jobs++}`;
  const place = { platform: 'fake', workspace: 'w1', channel: id, thread: null };
  const job = {
    ...{ id, lane: id, place, person: { id: 'anna', name: null, mayManage: false }, audience: null },
    ...{ command: 'brief', verb: null, args: { article: 'https://example.org/a' } },
    ...more,
  };
  return store.memory.transact(async ({ posts, channels }) => {
    await channels.visit(job.place);
    const card = wording.progress('waiting');
    const { id: post } = await posts.plan({ ...job, key: id, replyTo: null, card });
    return { ...job, post };
  });
}

const postOf = async (job: Job) => {
  const [post] = await store.posts(job.id);
  if (post === undefined) throw new Error('the post is gone');
  return post;
};
const isShown = (job: Job, card: Card) =>
  eventually(card.title, async () => (await postOf(job)).card.title === card.title);

function run(job: Job, walk: MakeWalk, more: Partial<Claim> = {}, parts: Partial<JobParts> = {}): Promise<void> {
  const runJob = createRunJob({
    ...{
      memory: store.memory,
      commands,
      wording,
      clock,
      pageOf: () => null,
      openDesk: () => null,
      mayManage: async () => false,
      fit: (_: string, card: Card) => [card],
    },
    startWalk: (onStep, signal) => goodWalk(walk(onStep, signal)),
    observe: (one) => told.push(one),
    wake: () => woken++,
    ...parts,
  });
  const finish = (work: Parameters<Claim['finish']>[0]) => store.memory.transact(work);
  return runJob({ job, isLast: false, signal: new AbortController().signal, finish, ...more });
}

test('each step shows while it lasts, then the result with its buttons', async () => {
  const job = await aJob();
  await run(job, (onStep) => ({
    async read() {
      onStep('reading');
      await isShown(job, wording.progress('reading'));
      return article;
    },
    async brief() {
      onStep('briefing');
      await isShown(job, wording.progress('briefing'));
      onStep('checking');
      await isShown(job, wording.progress('checking'));
      return BRIEFING;
    },
  }));
  const { card, isFinal } = await postOf(job);
  expect(isFinal).toBe(true);
  expect(card.blocks.at(-1)).toMatchObject({ kind: 'buttons' });
  expect(told).toEqual([{ kind: 'briefed', id: job.id, engine: 'extractive', points: 2, withheld: 0, ms: 0 }]);
  expect(woken).toBeGreaterThan(0);
});

test('a briefing is what its thread and its channel are about; a private one only its thread', async () => {
  const [open, hidden] = [await aJob(), await aJob({ audience: 'anna' })];
  for (const job of [open, hidden]) await run(job, () => ({}));
  const about = (job: Job) =>
    store.memory.transact(async ({ threads, channels }) => [
      await threads.briefingOf(job.post),
      await channels.lastBriefing(job.place),
    ]);
  const [thread, channel] = await about(open);
  expect(thread).toMatch(/^[\w-]{22}$/);
  expect(channel).toBe(thread);
  expect(await about(hidden)).toEqual([expect.stringMatching(/^[\w-]{22}$/), null]);
});

test('a foreseen failure is a result: its words show, and nothing is tried again', async () => {
  const job = await aJob();
  const problem = new Problem('PAYWALLED', 'only 100 characters');
  await run(job, () => ({ read: () => Promise.reject(problem) }));
  expect(await postOf(job)).toMatchObject({ card: wording.problem(problem), isFinal: true });
  expect(told).toEqual([{ kind: 'failed', code: 'PAYWALLED', id: job.id, cause: problem }]);
  expect(await store.dead()).toEqual([]);
});

test('who may manage is asked of the platform where an arrival does not say it, and whoever may not changes nothing', async () => {
  const asked: unknown[] = [];
  const removing = { command: 'sources', verb: 'remove', args: { which: '1' } };
  const outcome = async (mayManage: boolean | null, platformSays: boolean) => {
    const job = await aJob({ ...removing, person: { id: 'bea', name: null, mayManage } });
    await run(job, () => ({}), {}, { mayManage: async ({ person }) => asked.push(person.id) > 0 && platformSays });
    return (await postOf(job)).card.title;
  };
  const refused = wording.problem(new Problem('NOT_ALLOWED', '')).title;
  expect(await outcome(null, false)).toBe(refused);
  expect(await outcome(null, true)).not.toBe(refused);
  expect(asked).toEqual(['bea', 'bea']);
  // A job is a row: whoever was refused at its arrival is refused there, too.
  expect(await outcome(false, true)).toBe(refused);
  expect(await outcome(true, false)).not.toBe(refused);
  expect(asked).toEqual(['bea', 'bea']);
});

test('what nobody foresaw is tried again, and at the last attempt told and set aside', async () => {
  const job = await aJob();
  const broken: MakeWalk = () => ({ brief: () => Promise.reject(new TypeError('x is undefined')) });
  await expect(run(job, broken)).rejects.toThrow('x is undefined');
  expect((await postOf(job)).isFinal).toBe(false);
  expect(await store.dead()).toEqual([]);
  await run(job, broken, { isLast: true });
  expect(await postOf(job)).toMatchObject({ card: wording.unexpected(job.id), isFinal: true });
  expect(await store.dead()).toMatchObject([{ id: job.post, command: 'brief', reason: 'x is undefined' }]);
});

test('too much to do just now is tried again before it is told', async () => {
  const job = await aJob();
  const full = new Problem('SATURATED', 'all threads are busy');
  const busy: MakeWalk = () => ({ read: () => Promise.reject(full) });
  await expect(run(job, busy)).rejects.toBe(full);
  expect((await postOf(job)).isFinal).toBe(false);
  await run(job, busy, { isLast: true });
  expect(await postOf(job)).toMatchObject({ card: wording.problem(full), isFinal: true });
});

test('a stop of the process gives the job back: nobody is told of a failure', async () => {
  const job = await aJob();
  const stop = new AbortController();
  const walk: MakeWalk = (_, signal) => ({
    async read() {
      stop.abort();
      signal.throwIfAborted();
      return article;
    },
  });
  await expect(run(job, walk, { signal: stop.signal, isLast: true })).rejects.toThrow();
  expect(await postOf(job)).toMatchObject({ card: wording.progress('waiting'), isFinal: false });
  expect(told).toEqual([]);
});

test('an attempt whose claim was lost leaves nothing; the one that took over does it once', async () => {
  const job = await aJob();
  await run(job, () => ({}), { finish: async () => undefined });
  expect((await postOf(job)).isFinal).toBe(false);
  await run(job, () => ({}));
  expect(await store.memory.transact(({ usage }) => usage.today(job.place))).toMatchObject({ briefings: 1, points: 2 });
});

test('a result that cannot be kept is kept by nobody in part', async () => {
  const job = await aJob();
  const finish: Claim['finish'] = (work) =>
    store.memory.transact(async (shelves) => {
      await work(shelves);
      throw new Error('the connection broke');
    });
  await expect(run(job, () => ({}), { finish })).rejects.toThrow('the connection broke');
  expect((await postOf(job)).isFinal).toBe(false);
  expect(await store.memory.transact(({ usage }) => usage.today(job.place))).toEqual({});
  expect(await store.memory.transact(({ threads }) => threads.briefingOf(job.post))).toBeNull();
});

test('steps that cannot be shown keep nobody from the result', async () => {
  const job = await aJob();
  const fail = () => Promise.reject(new Error('busy'));
  const memory = { transact: fail, look: fail };
  const walk: MakeWalk = (onStep) => ({
    async read() {
      onStep('reading');
      return article;
    },
  });
  await run(job, walk, {}, { memory });
  expect((await postOf(job)).isFinal).toBe(true);
  expect(told).toMatchObject([{ kind: 'trouble' }, { kind: 'briefed' }]);
});

test('a question in a thread is remembered there; one for the asker alone is not', async () => {
  const root = await aJob();
  await run(root, () => ({}));
  const message = `message of ${root.id}`;
  const thread = { ...root.place, thread: message };
  await store.sent(root.post, message);
  for (const audience of [null, 'anna'])
    await run(
      await aJob({ command: 'ask', args: { question: `asked for ${audience}?` }, place: thread, audience }),
      () => ({}),
    );
  const turns = await store.memory.transact(({ threads }) => threads.turns(root.post));
  expect(turns).toMatchObject([{ person: 'anna', question: 'asked for null?', answer: 'Cracks.' }]);
});

test('a question where nothing was briefed is told so', async () => {
  const job = await aJob({ command: 'ask', args: { question: 'Why?' } });
  await run(job, () => ({}));
  expect((await postOf(job)).card.title).toBe('Nothing was briefed here yet.');
});

test('in a thread of other people only what was briefed in it is asked about, never the channel’s last briefing', async () => {
  const last = await aJob();
  await run(last, () => ({}));
  const thread = { ...last.place, thread: 'what-people-said' };
  const ask = async () => {
    const question = await aJob({ command: 'ask', args: { question: 'How many?' }, place: thread });
    await run(question, () => ({}));
    return (await postOf(question)).card;
  };
  const refused = await ask();
  expect(refused.title).toBe('Nothing was briefed here yet.');
  expect(JSON.stringify(refused)).toContain('no article was briefed in this thread');
  await run(await aJob({ place: thread, audience: 'anna' }), () => ({}));
  expect((await ask()).title).toBe('Nothing was briefed here yet.');
  await run(await aJob({ place: thread }), () => ({}));
  expect((await ask()).title).toBe('How many?');
});

test('a command that this version does not know ends in words', async () => {
  const job = await aJob({ command: 'digest' });
  await run(job, () => ({}));
  expect(await postOf(job)).toMatchObject({ isFinal: true });
  expect(told).toMatchObject([{ kind: 'failed', code: 'BAD_USAGE' }]);
});

test('a job whose process died at every attempt is told of', async () => {
  const job = await aJob();
  const giveUp = createGiveUp({ wording, observe: (one) => told.push(one) });
  await store.memory.transact((shelves) => giveUp(job, shelves));
  expect(await postOf(job)).toMatchObject({ card: wording.unexpected(job.id), isFinal: true });
  expect(told).toMatchObject([{ kind: 'failed', code: 'UNEXPECTED', id: job.id }]);
});
