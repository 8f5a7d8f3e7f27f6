import OpenAI, { APIConnectionError, APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventually } from '../../fakes/eventually.ts';
import { listen, MESSAGES, startOpenAI } from './a-client.ts';
import type { OpenAIFault, Spoiling } from './stand-in.ts';

const ANSWER = { name: 'Varnhavn', berths: 4 };
const WHOLE = JSON.stringify(ANSWER);
const messages = MESSAGES;

async function start(fault: OpenAIFault, times = 1) {
  const started = await startOpenAI({ answer: () => ANSWER });
  started.server.fail(fault, times);
  const body = { model: started.server.model, messages };
  return {
    ...started,
    body,
    once: () => started.client.chat.completions.create(body),
    stream: (signal?: AbortSignal) =>
      listen(started.client, { ...body, stream_options: { include_usage: true } }, signal),
    outcome: () => started.server.requests.at(-1)?.outcome,
  };
}

describe('refusals', () => {
  test.each<[OpenAIFault, object]>([
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { status: 429, code: 'rate_limit_exceeded', type: 'requests' },
    ],
    [
      { kind: 'status', status: 429, code: 'insufficient_quota' },
      { status: 429, code: 'insufficient_quota' },
    ],
    [
      { kind: 'status', status: 500 },
      { status: 500, type: 'server_error' },
    ],
    [
      { kind: 'status', status: 503, retryAfter: 1 },
      { status: 503, type: 'server_error' },
    ],
    [{ kind: 'status', status: 403 }, { status: 403 }],
    [{ kind: 'html' }, { status: 502, error: undefined }],
    [
      { kind: 'html', status: 504 },
      { status: 504, error: undefined },
    ],
  ])('%j reaches the client, and the next request goes well', async (fault, error) => {
    const { once, stream } = await start(fault, 2);
    await expect(once()).rejects.toMatchObject(error);
    await expect(stream()).rejects.toMatchObject(error);
    expect((await stream()).text).toBe(WHOLE);
  });

  test('retry-after is a header, and the client itself waits for it', async () => {
    const { client, body, server } = await start({ kind: 'status', status: 429, retryAfter: 1 });
    const completion = await client.withOptions({ maxRetries: 1 }).chat.completions.create(body);
    expect(completion.choices[0]?.message.content).toBe(WHOLE);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
    server.fail({ kind: 'status', status: 429, retryAfter: 30 });
    const error: unknown = await client.chat.completions.create(body).catch((reason: unknown) => reason);
    expect(error instanceof APIError ? error.headers?.get('retry-after') : null).toBe('30');
  });
});

describe('silence', () => {
  test('nothing comes at all: the client’s own timeout ends it', async () => {
    const { client, body, outcome, server } = await start({ kind: 'stall' });
    const asked = client.withOptions({ timeout: 100 }).chat.completions.create(body);
    await expect(asked).rejects.toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
    await eventually('the server hears of it', () => outcome()?.end === 'abandoned');
    expect(outcome()).toMatchObject({ status: 0, tokens: 0, fault: 'stall' });
    expect(server.underWay()).toBe(0);
  });

  test.each([0, 3])('a stream falls silent after %i tokens, for as long as anybody listens', async (after) => {
    const { stream, outcome, server } = await start({ kind: 'stall', after });
    const heard = stream(AbortSignal.timeout(250));
    await eventually('the tokens before it', () => outcome()?.status === 200 && outcome()?.tokens === after);
    expect(server.underWay()).toBe(1);
    // The client's trap: an aborted stream ends as if it were whole.
    expect(await heard).toMatchObject({ finish: null, usage: null });
    await eventually('the server hears of it', () => outcome()?.end === 'abandoned');
    expect(outcome()?.tokens).toBe(after);
  });

  test('comments may go on meanwhile', async () => {
    const { server } = await start({ kind: 'stall', after: 1, commentEveryMs: 10 });
    const response = await fetch(`${server.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.apiKey}` },
      body: JSON.stringify({ model: server.model, messages, stream: true }),
    });
    let text = '';
    for await (const piece of response.body ?? []) {
      text += new TextDecoder().decode(piece);
      if (text.split(': still working').length > 4) break;
    }
    expect(text.match(/data: /g)).toHaveLength(2);
  });

  test('a head without a body, where nothing is streamed', async () => {
    const { client, body, outcome } = await start({ kind: 'stall', after: 0 });
    const asked = client.chat.completions.create(body, { signal: AbortSignal.timeout(200) });
    await expect(asked).rejects.toThrow();
    await eventually('the server hears of it', () => outcome()?.end === 'abandoned');
  });
});

describe('breaks', () => {
  test('the connection is cut before any answer', async () => {
    const { once, stream } = await start({ kind: 'drop' }, 2);
    await expect(once()).rejects.toBeInstanceOf(APIConnectionError);
    await expect(stream()).rejects.toBeInstanceOf(APIConnectionError);
  });

  test('the connection is cut in the middle: no error of the API', async () => {
    const { once, stream, outcome } = await start({ kind: 'cut', after: 3 }, 2);
    const error: unknown = await stream().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(APIError);
    expect(outcome()).toMatchObject({ tokens: 3, end: 'cut' });
    await expect(once()).rejects.toThrow();
  });

  test('a stream ends in order without its end: the client takes it for whole', async () => {
    const { stream, once } = await start({ kind: 'unfinished', after: 3 }, 2);
    expect(await stream()).toMatchObject({ text: '{"name', finish: null, usage: null });
    await expect(once()).rejects.toThrow();
  });

  test('all comes but [DONE]', async () => {
    const { stream, once } = await start({ kind: 'no-done' }, 2);
    expect(await stream()).toMatchObject({ text: WHOLE, finish: 'stop' });
    await expect(once()).resolves.toBeDefined();
  });

  test('an error inside the stream', async () => {
    const { stream, once } = await start({ kind: 'stream-error', after: 2 }, 2);
    const error: unknown = await stream().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ type: 'server_error', message: expect.stringContaining('had an error') });
    await expect(once()).rejects.toMatchObject({ status: 500 });
  });

  test('a garbled line', async () => {
    const { stream, once } = await start({ kind: 'garbled', after: 2 }, 2);
    await expect(stream()).rejects.toThrow(SyntaxError);
    await expect(once()).rejects.toThrow();
  });

  test('more tokens than there are: the fault comes at the end', async () => {
    const { stream } = await start({ kind: 'unfinished', after: 1_000 });
    expect(await stream()).toMatchObject({ text: WHOLE, finish: null });
  });
});

describe('content', () => {
  const shape = z.object({ name: z.string(), berths: z.number() });

  test.each<[Spoiling, RegExp]>([
    ['broken-json', /^\{"name":"Varnhavn","berths":4$/],
    ['prose', /^Sure!.+\n\n\{"name":"Varnhavn","berths":4\}\n\n.+\{more\}/],
    ['fence', /^```json\n\{"name":"Varnhavn","berths":4\}\n```$/],
    ['prose-and-fence', /^Here.+\n\n```json\n.+\n```\n\n.+\.$/],
    ['thinking', /^<think>\n.+\{"points": \[\]\}.+\n<\/think>\n\n\{"name":"Varnhavn","berths":4\}$/],
    ['wrong-shape', /^\{"result":/],
    ['array', /^\[\{"name":"Varnhavn","berths":4\}\]$/],
    ['empty', /^$/],
    ['null', /^$/],
    ['blanks', /^\s{4000}$/],
  ])('%s: streamed and whole alike, and the client’s parser does not give the answer', async (how, expected) => {
    const { stream, once, client, body } = await start({ kind: 'content', how }, 3);
    expect(await stream()).toMatchObject({ text: expect.stringMatching(expected), finish: 'stop' });
    const [choice] = (await once()).choices;
    expect(choice?.message.content ?? '').toMatch(expected);
    expect(choice?.message.content === null).toBe(how === 'null');
    const parsed = await client.chat.completions
      .parse({ ...body, response_format: zodResponseFormat(shape, 'harbour') })
      .then(({ choices }) => choices[0]?.message.parsed)
      .catch(() => null);
    expect(parsed).toBeNull();
  });

  test('a refusal stands in the place of content', async () => {
    const { stream, once } = await start({ kind: 'refusal', words: 'I cannot help with this article.' }, 2);
    expect(await stream()).toMatchObject({ text: '', refusal: 'I cannot help with this article.', finish: 'stop' });
    const [choice] = (await once()).choices;
    expect(choice?.message).toMatchObject({ content: null, refusal: 'I cannot help with this article.' });
  });

  test.each<[OpenAIFault, string]>([
    [{ kind: 'length', after: 3 }, 'length'],
    [{ kind: 'content-filter', after: 3 }, 'content_filter'],
  ])('%j ends too early, and says why', async (fault, finish) => {
    const { stream, once } = await start(fault, 2);
    expect(await stream()).toMatchObject({ text: '{"name', finish, usage: { completion_tokens: 3 } });
    expect((await once()).choices[0]).toMatchObject({ finish_reason: finish, message: { content: '{"name' } });
  });
});

test('a slow drip keeps its pace, and ends with whoever listens', async () => {
  const { stream, server, outcome, client, body } = await start({ kind: 'drip', everyMs: 20 }, 3);
  const before = performance.now();
  const { text, pieces } = await stream();
  expect(text).toBe(WHOLE);
  expect(performance.now() - before).toBeGreaterThan((pieces - 3) * 18);
  for await (const { choices } of await client.chat.completions.create({ ...body, stream: true })) {
    expect(choices[0]?.finish_reason).toBeNull();
    break;
  }
  await eventually('the server hears of it', () => outcome()?.end === 'abandoned');
  expect(server.underWay()).toBe(0);
});

test('faults queue up, one may last, and healing forgets them', async () => {
  const { once, server } = await start({ kind: 'status', status: 500 });
  server.fail({ kind: 'status', status: 503 }, Number.POSITIVE_INFINITY);
  await expect(once()).rejects.toMatchObject({ status: 500 });
  await expect(once()).rejects.toMatchObject({ status: 503 });
  await expect(once()).rejects.toMatchObject({ status: 503 });
  server.heal();
  await expect(once()).resolves.toBeDefined();
  expect(server.requests.map(({ outcome }) => outcome.fault)).toEqual(['status', 'status', 'status', null]);
});

test('a server that is closed lets go of who still listens', async () => {
  const { stream, server, outcome } = await start({ kind: 'stall', after: 1 });
  const heard = stream().catch((error: unknown) => error);
  await eventually('it stalls', () => outcome()?.tokens === 1);
  await server.close();
  await heard;
  await eventually('nothing is under way', () => server.underWay() === 0);
  await expect(server.close()).resolves.toBeUndefined();
});
