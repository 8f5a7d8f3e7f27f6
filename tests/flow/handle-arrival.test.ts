/** Whatever comes in, on the real memory: it is stored once, told in words, or left alone. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Arrival, Person, Place, Receive } from '#core/chat.ts';
import type { Inbox } from '#core/memory.ts';
import type { Happening } from '#core/observer.ts';
import { createReceive } from '#flow/handle-arrival.ts';
import { planTaken } from '#flow/plan-taken.ts';
import { wording } from '#render/wording.ts';
import { commands } from '../all-commands.ts';
import { HOSTILE } from '../contracts/arbitrary-card.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aMemory } from './a-memory.ts';

const PLACE: Place = { platform: 'fake', workspace: 'w1', channel: 'c1', thread: null };
const ANNA: Person = { id: 'anna', name: 'Anna', mayManage: false };
const COMMAND = { kind: 'command', place: PLACE, person: ANNA, verb: null, replyTo: null } as const;

let store: Awaited<ReturnType<typeof aMemory>>;
let receive: Receive;
let told: Happening[] = [];
let woken = 0;
let arrivals = 0;
const newId = () => `arrival-${arrivals++}`;

beforeAll(async () => {
  store = await aMemory(createFakeClock());
  const { memory } = store;
  const observe = (one: Happening) => void told.push(one);
  receive = createReceive({ memory, inbox: promptInbox(observe), commands, wording, observe, wake: () => woken++ });
});
afterAll(() => store.close());

/** An inbox that plans at once what is put in; the real one does it a moment later (`tests/store/inbox.test.ts`). */
function promptInbox(observe: (one: Happening) => void): Inbox {
  return {
    async put(taken) {
      if (await store.memory.transact((shelves) => planTaken(taken, shelves, { wording, observe }))) woken++;
    },
  };
}

const word = fc.oneof(
  fc.constantFrom(...HOSTILE, 'cut \ud83d', 'nothing \0 here', '__proto__', 'constructor'),
  fc.constantFrom('https://example.org/a', '<https://example.org/b|label>', 'example.org/c', 'How many are there?'),
  fc.constantFrom(
    '--points',
    'points:3',
    'points:99',
    'private',
    'engine:model',
    'cited',
    'help',
    '?',
    '“',
    '"',
    '—style',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const option = fc.oneof(line, fc.double(), fc.integer(), fc.boolean());
const optionName = fc.oneof(fc.constantFrom('article', 'question', 'points', 'engine', 'style', 'private'), word);
const place = fc.record({ thread: fc.constantFrom(null, 'm1') }).map((more) => ({ ...PLACE, ...more }));
const person = fc.record({ id: fc.constant('anna'), name: fc.option(line), mayManage: fc.boolean() });

const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  fc.record({
    kind: fc.constant('command' as const),
    ...{ id: fc.constant(''), place, person },
    command: fc.oneof(fc.constantFrom(...commands.map(({ name }) => name), 'help', 'brif'), word),
    input: fc.oneof(line, fc.dictionary(optionName, option, { maxKeys: 4 })),
    verb: fc.option(fc.oneof(fc.constant('cited'), word)),
    replyTo: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('message' as const),
    ...{ id: fc.constant(''), place, person },
    ...{ text: line, mentionsBot: fc.boolean(), mentionsOthers: fc.boolean() },
  }),
  fc.record({
    kind: fc.constant('press' as const),
    ...{ id: fc.constant(''), place, person },
    press: fc.record({
      action: fc.constantFrom('cited' as const, 'passages' as const),
      briefing: word,
      source: fc.option(word),
    }),
  }),
  fc.record({
    kind: fc.constant('home' as const),
    ...{ id: fc.constant(''), place, person },
    channels: fc.array(fc.record({ id: fc.oneof(fc.constant(PLACE.channel), word), name: word }), { maxLength: 4 }),
  }),
);

test('whatever comes is taken as one post with one job, told in words, or left alone', {
  timeout: 120_000,
}, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(arrival, async (given) => {
      const one = { ...given, id: newId() };
      const receipt = await receive(one);
      seen.add(`${one.kind} ${receipt.kind}`);
      const [posts, jobs] = await Promise.all([store.posts(one.id), store.jobs(one.id)]);
      if (receipt.kind !== 'taken') {
        expect([posts, jobs]).toEqual([[], []]);
        if (receipt.kind === 'shown') expect(receipt.card.title).not.toBe('');
        return;
      }
      expect(posts).toHaveLength(1);
      expect(jobs).toMatchObject([{ id: one.id, post: posts[0]?.id, place: one.place }]);
      expect(jobs[0]?.audience ?? null).toBe(posts[0]?.audience ?? null);
      expect(await receive(one)).toEqual(receipt);
      expect(receipt.isPrivate).toBe(posts[0]?.audience !== null);
      expect(await store.posts(one.id)).toEqual(posts);
      expect(await store.jobs(one.id)).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
  // What it was tried on was no crowd of one kind.
  for (const kind of ['command taken', 'command shown', 'message taken', 'message ignored', 'press shown'])
    expect(seen).toContain(kind);
});

test('an event that is delivered many times at once is one post, one job and one call', async () => {
  const id = newId();
  woken = 0;
  told = [];
  const one: Arrival = { ...COMMAND, id, command: 'brief', input: 'https://example.org/a' };
  expect(await Promise.all(Array.from({ length: 10 }, () => receive(one)))).toEqual(
    Array(10).fill({ kind: 'taken', isPrivate: false }),
  );
  expect(await store.posts(id)).toHaveLength(1);
  expect(await store.jobs(id)).toHaveLength(1);
  expect(woken).toBe(1);
  expect(told).toEqual([{ kind: 'asked', platform: 'fake', command: 'brief', id }]);
});

test('the same event of another workspace is another event', async () => {
  const id = newId();
  for (const workspace of ['w1', 'w2'])
    await receive({ ...COMMAND, id, place: { ...PLACE, workspace }, command: 'brief', input: 'https://example.org/a' });
  expect(await store.posts(id)).toHaveLength(2);
});

test('a command that the platform took apart and one that was typed ask for the same', async () => {
  const [typed, parted] = [newId(), newId()];
  await receive({ ...COMMAND, id: typed, command: 'brief', input: 'https://example.org/a points:3 private' });
  const input = { article: 'https://example.org/a', points: 3, private: true };
  await receive({ ...COMMAND, id: parted, command: 'brief', input });
  const [[first], [second]] = await Promise.all([store.jobs(typed), store.jobs(parted)]);
  expect(first?.args).toEqual(second?.args);
  expect([first?.audience, second?.audience]).toEqual(['anna', 'anna']);
});

test('what waits for an answer shows that it waits', async () => {
  const id = newId();
  await receive({ ...COMMAND, id, command: 'brief', input: 'https://example.org/a' });
  expect(await store.posts(id)).toMatchObject([{ card: wording.progress('waiting'), isFinal: false, audience: null }]);
});

test('a memory that fails is nobody’s slip: the platform hears that nothing was stored, and sends a message again', async () => {
  const fail = () => Promise.reject(new Error('the disk is full'));
  const memory = { transact: fail, look: fail };
  const inbox = { put: fail };
  const broken = createReceive({ memory, inbox, commands, wording, observe: () => undefined, wake: () => woken++ });
  woken = 0;
  const text = 'https://example.org/a';
  const said = { place: PLACE, person: ANNA, text, mentionsBot: true, mentionsOthers: false } as const;
  const one: Arrival = { ...said, kind: 'message', id: newId() };
  await expect(broken(one)).rejects.toThrow('the disk is full');
  expect(woken).toBe(0);
});

test('whoever asks while nothing can be written down is told so, and the log has the cause', async () => {
  const seen: Happening[] = [];
  const cause = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const { memory } = store;
  const full = createReceive({
    ...{ memory, commands, wording, wake: () => undefined },
    inbox: { put: () => Promise.reject(cause) },
    observe: (one) => void seen.push(one),
  });
  const receipt = await full({ ...COMMAND, id: newId(), command: 'brief', input: 'https://example.org/a' });
  expect(receipt).toMatchObject({
    kind: 'shown',
    card: { title: expect.stringContaining('could not be written down') },
  });
  expect(seen).toMatchObject([
    { kind: 'trouble', what: 'what was asked could not be written down', cause },
    { kind: 'failed', code: 'NOT_KEPT' },
  ]);
});
