/** Digests with a model: whatever it or its server does, the digest comes in time, and says once why it is not the model's. */
import { describe, expect, test } from 'vitest';
import type { Digest } from '#core/digest.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { OpenAIFault } from '../stand-ins/openai/stand-in.ts';
import { written } from '../summarize/model/a-model.ts';
import { aDigestMaker, copying, notesOf, STORIES } from './a-digest-maker.ts';

const FOR_GOOD = Number.POSITIVE_INFINITY;
const SOON = { writeWithinMs: 2_500 } as const;
const sumOf = (digests: readonly Digest[]) => digests.flatMap(({ usage }) => usage ?? []);
const writtenIn = ({ entries }: Digest) => entries.filter(({ by }) => by === 'model').length;

/** Whole, in the articles' own words, and says so once. */
function expectExtractive(digest: Digest, why: RegExp): void {
  expect(digest.entries).toHaveLength(STORIES);
  expect(digest.entries.every(({ from, text }) => from === 'article' && text !== null)).toBe(true);
  expect(digest.engine).toMatchObject({ name: 'extractive', model: null, prompt: null });
  expect(digest.engine?.fallback).toMatch(why);
  expect(notesOf(digest).filter((note) => why.test(note))).toHaveLength(1);
}

test('a model writes the lines, one request a story, and the reader sees which and what it took is told', async () => {
  const { make, server } = await aDigestMaker();
  const digest = await make();
  expect(writtenIn(digest)).toBe(STORIES);
  expect(server.requests).toHaveLength(STORIES);
  expect(digest.engine).toEqual({
    ...{ name: 'model', model: server.model, prompt: 'digest/standard@1', fallback: null },
  });
  expect(new Set(digest.entries.map(({ text }) => text))).toEqual(
    new Set(['Nobody was hurt, according to the fire brigade.']),
  );
  expect(notesOf(digest)).toContain(`6 lines checked against the articles · written by the model ${server.model}`);
  expect(digest.usage?.in).toBeGreaterThan(3_000);
});

const FAILURES: readonly (readonly [string, OpenAIFault, RegExp])[] = [
  ['a refused key', { kind: 'status', status: 401 }, /refused the key \(401\)/],
  ['no such model', { kind: 'status', status: 404 }, /does not know this model or address \(404\)/],
  ['a server that fails', { kind: 'status', status: 503 }, /server failed \(503\)/],
  ['a crowd', { kind: 'status', status: 429, retryAfter: 60 }, /asked too often \(429\)/],
  ['nothing at all', { kind: 'stall' }, /did not answer in time/],
  ['a stalled stream', { kind: 'stall', after: 5 }, /did not answer in time/],
  ['a word a second', { kind: 'drip', everyMs: 1_000 }, /did not answer in time/],
  ['broken JSON', { kind: 'content', how: 'broken-json' }, /could not be read|another form/],
  ['another shape', { kind: 'content', how: 'wrong-shape' }, /another form/],
  ['a refusal', { kind: 'refusal' }, /declined to write it/],
];

describe.each(FAILURES)('%s', (_, fault, why) => {
  test('is no reason for no digest, and is told once', async () => {
    const isSlow = fault.kind === 'stall' || fault.kind === 'drip';
    const { make, server } = await aDigestMaker(isSlow ? { limits: SOON } : {});
    server.fail(fault, FOR_GOOD);
    expectExtractive(await make(), why);
    await expect.poll(() => server.underWay()).toBe(0);
  });
});

test('whatever it writes is objected to: each line goes back once, none reaches the reader, and all of it is paid', async () => {
  const lie = written('Ida Holm resigned over 40 forged permits.', [1], { number: 1 });
  const { make, server } = await aDigestMaker({
    answer: () => ({ headline: '', headlineTranslation: null, points: [lie] }),
  });
  const digest = await make();
  expectExtractive(digest, /withheld by the checks/);
  expect(JSON.stringify(digest)).not.toContain('resigned');
  expect(server.requests).toHaveLength(2 * STORIES);
  expect(digest.usage?.in).toBeGreaterThan(6_000);
});

test('a line that runs on is none', async () => {
  const { make } = await aDigestMaker({
    answer: () => ({ headline: '', headlineTranslation: null, points: [written('Nobody was hurt. '.repeat(40), [2])] }),
  });
  expectExtractive(await make(), /more than a digest has room for/);
});

test('what is written in time is shown, the rest is cut from the articles', async () => {
  const { make, server } = await aDigestMaker({ limits: SOON });
  let calls = 0;
  server.answerWith((request) => {
    if (++calls === 2) server.fail({ kind: 'stall' }, FOR_GOOD);
    return copying(request);
  });
  const digest = await make();
  expect(digest.entries).toHaveLength(STORIES);
  const count = writtenIn(digest);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(STORIES);
  const why = `${STORIES - count} of 6 in the articles’ own words: the model did not answer in time`;
  expect(digest.engine).toMatchObject({ name: 'model', fallback: why });
  expect(notesOf(digest)).toContain(`${why}.`);
});

test('after a model did not answer, the next digests do not wait for it; a while later it is asked again', async () => {
  const clock = createFakeClock('2026-05-20T06:00:00Z');
  const { make, server } = await aDigestMaker({ clock, limits: SOON });
  server.fail({ kind: 'stall' }, FOR_GOOD);
  expectExtractive(await make(), /in time/);
  const before = server.requests.length;
  expect(before).toBeLessThanOrEqual(4);
  server.heal();
  expectExtractive(await make(), /in time/);
  expect(server.requests).toHaveLength(before);
  clock.pass(3 * 60_000);
  expect(writtenIn(await make())).toBe(STORIES);
});

test('ten channels with the same stories: written once, and paid by whoever had them written', async () => {
  const { make, server } = await aDigestMaker();
  const digests = await Promise.all(Array.from({ length: 10 }, () => make()));
  const later = await make();
  expect(server.requests).toHaveLength(STORIES);
  for (const digest of [...digests, later]) expect(writtenIn(digest)).toBe(STORIES);
  const paid = sumOf([...digests, later]).reduce((sum, usage) => sum + usage.in, 0);
  const told = server.requests.length;
  expect(paid).toBeGreaterThan(told * 500);
  expect(later.usage).toBeUndefined();
  const alone = await (await aDigestMaker()).make();
  expect(paid).toBe(alone.usage?.in);
});

test('who may not use the model reads why, unless the line is written already', async () => {
  const { make, server } = await aDigestMaker();
  const why = 'this channel has used up its model budget until 00:00 UTC';
  expectExtractive(await make(why), /used up its model budget/);
  expect(server.requests).toHaveLength(0);
  // Nobody else gets that one.
  expect(writtenIn(await make())).toBe(STORIES);
  const free = await make(why);
  expect([writtenIn(free), free.engine?.fallback, free.usage]).toEqual([STORIES, null, undefined]);
});

test('one who goes does not take the lines from the others', async () => {
  const { make, server } = await aDigestMaker();
  server.fail({ kind: 'drip', everyMs: 20 }, FOR_GOOD);
  const gone = new AbortController();
  const first = make(null, gone.signal);
  const second = make();
  await expect.poll(() => server.underWay()).toBeGreaterThan(0);
  gone.abort();
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(writtenIn(await second)).toBe(STORIES);
  expect(server.requests).toHaveLength(STORIES);
});
