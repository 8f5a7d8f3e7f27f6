/** What a model may take in a day, counted on the real memory. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MayUseModel, StartWalk } from '#core/app.ts';
import type { Usage } from '#core/briefing.ts';
import type { Budgets } from '#core/budgets.ts';
import type { Place } from '#core/chat.ts';
import { createPurse, type Purse } from '#flow/create-purse.ts';
import { createRunJob } from '#flow/run-job.ts';
import { wording } from '#render/wording.ts';
import { aBriefing } from '../a-briefing.ts';
import { commands } from '../all-commands.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aMemory } from './a-memory.ts';

const clock = createFakeClock();
const DAY_MS = 86_400_000;
let store: Awaited<ReturnType<typeof aMemory>>;
beforeAll(async () => {
  store = await aMemory(clock);
});
afterAll(() => store.close());

let places = 0;
const aPlace = (workspace: string): Place => ({
  ...{ platform: 'fake', workspace, channel: `c${places++}`, thread: null },
});
const use = (place: Place, amount: number) =>
  store.memory.transact(async ({ usage }) => {
    await usage.add(place, 'tokens-in', amount - 1);
    await usage.add(place, 'tokens-out', 1);
  });
const aPurse = (budgets: Partial<Budgets>) => createPurse({ channel: null, workspace: null, ...budgets }, store.memory);
const ask = (purse: Purse, place: Place) => purse.open(place).mayUseModel();

test('without a budget nothing is looked up and everything is allowed', async () => {
  const purse = createPurse(
    { channel: null, workspace: null },
    {
      transact: () => Promise.reject(new Error('nobody looks')),
      look: () => Promise.reject(new Error('nobody looks')),
    },
  );
  expect(await ask(purse, aPlace('w0'))).toBeNull();
});

test('a channel that used up its budget is told so, until the next day; others go on', async () => {
  const purse = aPurse({ channel: 10_000 });
  const [here, there] = [aPlace('w1'), aPlace('w1')];
  await use(here, 9_999);
  const first = purse.open(here);
  expect(await first.mayUseModel()).toBeNull();
  first.close();
  await use(here, 1);
  await use(here, 1);
  expect(await ask(purse, here)).toBe('this channel has used up its model budget until 00:00 UTC');
  expect(await ask(purse, there)).toBeNull();
  clock.pass(DAY_MS);
  expect(await ask(purse, here)).toBeNull();
});

test('all channels of a workspace share its budget', async () => {
  const purse = aPurse({ workspace: 10_000 });
  const [one, two] = [aPlace('w2'), aPlace('w2')];
  await use(one, 6_000);
  await use(two, 4_000);
  expect(await ask(purse, aPlace('w2'))).toBe('this workspace has used up its model budget until 00:00 UTC');
  expect(await ask(purse, aPlace('w3'))).toBeNull();
});

test('requests that begin at once do not all see an untouched budget', async () => {
  const purse = aPurse({ channel: 10_000 });
  const place = aPlace('w4');
  const allowances = Array.from({ length: 8 }, () => purse.open(place));
  const told: (string | null)[] = [];
  for (const { mayUseModel } of allowances) told.push(await mayUseModel());
  expect(told.filter((why) => why === null)).toHaveLength(3);
  for (const { close } of allowances) close();
  expect(await ask(purse, place)).toBeNull();
});

test('a budget of nothing means no model', async () => {
  expect(await ask(aPurse({ channel: 0 }), aPlace('w5'))).toContain('budget');
});

test('a job asks before its model does, counts what it took, and the next one is told', async () => {
  const place = aPlace('w6');
  const reasons: (string | null)[] = [];
  const run = async (usage: Usage) => {
    const startWalk: StartWalk = (_, __, mayUseModel?: MayUseModel) => ({
      read: async () => aBriefing().article,
      async brief() {
        reasons.push((await mayUseModel?.()) ?? null);
        return aBriefing({ usage });
      },
      testimony: async () => aBriefing(),
      answer: async () => ({ text: '', answered: false, evidence: [], attributions: [] }),
    });
    const id = `job-${places++}`;
    const waiting = {
      ...{ id, lane: id, place, person: { id: 'anna', name: null, mayManage: false }, audience: null },
    };
    const { id: post } = await store.memory.transact(({ posts }) =>
      posts.plan({ ...waiting, key: id, replyTo: null, card: wording.progress('waiting') }),
    );
    const runJob = createRunJob({
      ...{ memory: store.memory, commands, wording, clock, startWalk, purse },
      ...{
        observe: () => undefined,
        wake: () => undefined,
        pageOf: () => null,
        openDesk: () => null,
        mayManage: async () => false,
        fit: (_: string, card) => [card],
      },
    });
    await runJob({
      job: { ...waiting, post, command: 'brief', verb: null, args: { article: 'https://example.org/a' } },
      ...{ isLast: false, signal: new AbortController().signal, finish: (work) => store.memory.transact(work) },
    });
  };
  const purse = aPurse({ channel: 5_000 });
  for (const usage of [
    { in: 3_000, out: 900 },
    { in: 1_000, out: 200 },
    { in: 0, out: 0 },
  ])
    await run(usage);
  expect(reasons).toEqual([null, null, 'this channel has used up its model budget until 00:00 UTC']);
  expect(await store.memory.transact(({ usage }) => usage.today(place))).toMatchObject({
    ...{ 'tokens-in': 4_000, 'tokens-out': 1_100, briefings: 3 },
  });
});
