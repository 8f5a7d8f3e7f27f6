/** Whatever a model or its server does, the reader gets a briefing in time, and is told why it is not the model's. */
import { describe, expect, test } from 'vitest';
import type { Briefing } from '#core/briefing.ts';
import type { OpenAIFault } from '../../stand-ins/openai/stand-in.ts';
import { ARTICLE, aModel, GOOD, HASTY, WISH } from './a-model.ts';

/** Cut from the article, and says so. */
function expectExtractive({ engine, points }: Briefing, why: RegExp): void {
  expect(engine).toMatchObject({ name: 'extractive', model: null, prompt: null });
  expect(engine.fallback).toMatch(why);
  expect(points.length).toBeGreaterThan(1);
}

test('what nobody objects to is the model’s, with its name and its prompt’s version', async () => {
  const { app, server } = await aModel();
  const briefing = await app.brief(ARTICLE, WISH);
  expect(briefing.engine).toEqual({ name: 'model', model: server.model, prompt: 'brief/standard@2' });
  expect(briefing.points.map(({ text }) => text)).toEqual([
    'The bridge over the Sund has been closed since Monday.',
    'Holm and others looked twice and “found cracks”.',
    'The bridge is to open on Friday, officials said.',
  ]);
  expect(briefing).toMatchObject({ headline: GOOD.headline, withheld: [] });
  expect(briefing.usage?.in).toBeGreaterThan(500);
  expect(briefing.usage?.out).toBeGreaterThan(50);
  expect(server.requests).toHaveLength(1);
});

const FOR_GOOD = Number.POSITIVE_INFINITY;

/** Every way to fail, what is said of it, and how many requests are worth making. */
const FAILURES: readonly (readonly [string, OpenAIFault, RegExp, number])[] = [
  ['401', { kind: 'status', status: 401 }, /refused the key \(401\)/, 1],
  ['403', { kind: 'status', status: 403 }, /refused the key \(403\)/, 1],
  ['404', { kind: 'status', status: 404 }, /does not know this model or address \(404\)/, 1],
  ['500 for good', { kind: 'status', status: 500 }, /server failed \(500\)/, 2],
  ['503 for good', { kind: 'status', status: 503 }, /server failed \(503\)/, 2],
  ['a proxy’s page', { kind: 'html', status: 502 }, /server failed \(502\)/, 2],
  ['429 with a pause that is too long', { kind: 'status', status: 429, retryAfter: 60 }, /asked too often \(429\)/, 1],
  ['429 for good', { kind: 'status', status: 429, retryAfter: 0 }, /asked too often \(429\)/, 3],
  ['an empty account', { kind: 'status', status: 429, code: 'insufficient_quota' }, /used up \(429\)/, 1],
  ['a dropped connection', { kind: 'drop' }, /cannot be reached/, 2],
  ['nothing at all', { kind: 'stall' }, /did not answer in time/, 1],
  ['a head and no word', { kind: 'stall', after: 0 }, /did not answer in time/, 1],
  ['a stalled stream', { kind: 'stall', after: 10 }, /did not answer in time/, 1],
  ['a stalled stream that is kept open', { kind: 'stall', after: 10, commentEveryMs: 50 }, /did not answer in time/, 1],
  ['a cut stream', { kind: 'cut', after: 10 }, /broke off/, 2],
  ['a stream that ends half-way in good order', { kind: 'unfinished', after: 10 }, /broke off/, 2],
  ['an error in the stream', { kind: 'stream-error', after: 10 }, /failed while it answered/, 2],
  ['a garbled line', { kind: 'garbled', after: 10 }, /damaged on its way/, 1],
  ['a refusal', { kind: 'refusal' }, /declined to write it/, 1],
  ['an answer cut off at its length', { kind: 'length', after: 20 }, /cut off at its limit/, 1],
  ['a filter', { kind: 'content-filter', after: 20 }, /filter .* kept the answer back/, 1],
  ['broken JSON', { kind: 'content', how: 'broken-json' }, /could not be read|another form/, 2],
  ['another shape', { kind: 'content', how: 'wrong-shape' }, /another form/, 2],
  ['a list', { kind: 'content', how: 'array' }, /another form|could not be read/, 2],
  ['nothing said', { kind: 'content', how: 'empty' }, /could not be read/, 2],
  ['null', { kind: 'content', how: 'null' }, /could not be read/, 2],
  ['blanks without end', { kind: 'content', how: 'blanks' }, /had no end|cut off/, 1],
];

/** What a server began to say has its price, whatever became of it; who only refuses takes nothing. */
test.each<readonly [string, OpenAIFault, boolean]>([
  ['a refused key', { kind: 'status', status: 401 }, false],
  ['a head and no word', { kind: 'stall', after: 0 }, false],
  ['a stalled stream', { kind: 'stall', after: 10 }, true],
  ['a cut stream', { kind: 'cut', after: 10 }, true],
  ['a refusal', { kind: 'refusal' }, true],
  ['an answer cut off at its length', { kind: 'length', after: 20 }, true],
  ['a filter', { kind: 'content-filter', after: 20 }, true],
  ['blanks without end', { kind: 'content', how: 'blanks' }, true],
])('%s is counted where words came', async (_, fault, hasPrice) => {
  const { app, server } = await aModel(fault.kind === 'stall' ? { limits: HASTY } : {});
  server.fail(fault, FOR_GOOD);
  const { usage } = await app.brief(ARTICLE, WISH);
  if (hasPrice) {
    expect(usage?.in).toBeGreaterThan(500 * server.requests.length);
    expect(usage?.out).toBeGreaterThan(0);
  } else expect(usage).toBeUndefined();
});

describe.each(FAILURES)('%s', (_, fault, why, requests) => {
  test('gives a briefing in the article’s own words, and the reason', async () => {
    const { app, server } = await aModel(fault.kind === 'stall' ? { limits: HASTY } : {});
    server.fail(fault, FOR_GOOD);
    const began = performance.now();
    expectExtractive(await app.brief(ARTICLE, WISH), why);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(server.requests).toHaveLength(requests);
    await expect.poll(() => server.underWay()).toBe(0);
  });

  test('gives an answer in the article’s own words, and the reason', async () => {
    const { app, server } = await aModel(fault.kind === 'stall' ? { limits: HASTY } : {});
    server.fail(fault, FOR_GOOD);
    const answer = await app.answer('When was the bridge closed?', ARTICLE, { engine: null });
    expect(answer).toMatchObject({ answered: true, engine: { name: 'extractive', model: null } });
    expect(answer.engine?.fallback).toMatch(why);
  });
});

test.each<readonly [string, OpenAIFault]>([
  ['a 500', { kind: 'status', status: 500 }],
  ['a crowd with a pause of a second', { kind: 'status', status: 429, retryAfter: 1 }],
  ['a cut stream', { kind: 'cut', after: 5 }],
  ['broken JSON', { kind: 'content', how: 'broken-json' }],
  ['another shape', { kind: 'content', how: 'wrong-shape' }],
])('after %s, once, the model’s briefing comes all the same', async (_, fault) => {
  const { app, server } = await aModel();
  server.fail(fault, 1);
  const began = performance.now();
  const briefing = await app.brief(ARTICLE, WISH);
  expect(briefing.engine.name).toBe('model');
  expect(server.requests).toHaveLength(2);
  if ('retryAfter' in fault) expect(performance.now() - began).toBeGreaterThan(950);
});

test.each(['prose', 'fence', 'prose-and-fence', 'thinking'] as const)('JSON is found in %s', async (how) => {
  const { app, server } = await aModel();
  server.fail({ kind: 'content', how }, FOR_GOOD);
  expect((await app.brief(ARTICLE, WISH)).engine.name).toBe('model');
});

test('a stream that only lacks its last line is whole', async () => {
  const { app, server } = await aModel();
  server.fail({ kind: 'no-done' });
  expect((await app.brief(ARTICLE, WISH)).engine.name).toBe('model');
});

test('a model that tells a word a second is given up at the end of the time, not later', async () => {
  const { app, server } = await aModel({ writeWithinMs: 1_500 });
  server.fail({ kind: 'drip', everyMs: 200 }, FOR_GOOD);
  const began = performance.now();
  expectExtractive(await app.brief(ARTICLE, WISH), /did not answer in time/);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('no points at all are no briefing', async () => {
  const { app } = await aModel({ says: { ...GOOD, points: [] } });
  expectExtractive(await app.brief(ARTICLE, WISH), /wrote no point/);
});

test('a server that is not there', async () => {
  const { app } = await aModel({ settings: { baseUrl: 'http://127.0.0.1:9/v1' } });
  expectExtractive(await app.brief(ARTICLE, WISH), /cannot be reached/);
});

test('a wrong key, and a model that the server does not have', async () => {
  const wrongKey = await aModel({ settings: { apiKey: 'sk-HUSH-123' } });
  const briefing = await wrongKey.app.brief(ARTICLE, WISH);
  expectExtractive(briefing, /refused the key/);
  expect(JSON.stringify(briefing)).not.toContain('HUSH');
  const { app } = await aModel({ settings: { model: 'no-such-model' } });
  expectExtractive(await app.brief(ARTICLE, WISH), /does not know this model/);
});

test('who asked for the model by name hears that it does not answer, and gets a briefing where it answers badly', async () => {
  const { app, server } = await aModel();
  server.fail({ kind: 'status', status: 401 }, FOR_GOOD);
  await expect(app.brief(ARTICLE, { ...WISH, engine: 'model' })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringContaining('401'),
  });
  await expect(app.answer('When?', ARTICLE, { engine: 'model' })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
  server.heal();
  server.fail({ kind: 'refusal' });
  expectExtractive(await app.brief(ARTICLE, { ...WISH, engine: 'model' }), /declined/);
});

test('a reader who has gone ends the request, and the server hears of it', async () => {
  const gone = new AbortController();
  const { app, server } = await aModel({ signal: gone.signal });
  server.fail({ kind: 'stall', after: 3 }, FOR_GOOD);
  const briefing = app.brief(ARTICLE, WISH);
  setTimeout(() => gone.abort(), 300);
  await expect(briefing).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect.poll(() => server.underWay()).toBe(0);
});

test('where the budget is used up no model is asked, and the reader is told', async () => {
  const { app, server } = await aModel({ mayUseModel: () => 'this channel’s budget for today is used up' });
  expectExtractive(await app.brief(ARTICLE, WISH), /budget for today/);
  expect((await app.answer('When was the bridge closed?', ARTICLE, { engine: null })).engine?.fallback).toMatch(
    /budget/,
  );
  expect(server.requests).toHaveLength(0);
});
