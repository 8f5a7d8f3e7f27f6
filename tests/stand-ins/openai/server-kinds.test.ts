import { expect, test } from 'vitest';
import { listen, MESSAGES, startOpenAI } from './a-client.ts';
import type { ServerKind } from './stand-in.ts';

const STRICT = {
  type: 'object',
  properties: { name: { type: 'string' } },
  required: ['name'],
  additionalProperties: false,
};

const FORMATS = {
  json_schema: { type: 'json_schema' as const, json_schema: { name: 'harbour', strict: true, schema: STRICT } },
  json_object: { type: 'json_object' as const },
  text: { type: 'text' as const },
};

test.each<[ServerKind, (keyof typeof FORMATS)[], string]>([
  ['openai', ['json_schema', 'json_object', 'text'], ''],
  ['ollama', ['json_schema', 'json_object', 'text'], ''],
  ['llama.cpp', ['json_schema', 'json_object', 'text'], ''],
  ['vllm', ['json_schema', 'json_object', 'text'], ''],
  ['lm-studio', ['json_schema', 'text'], `must be 'json_schema' or 'text'`],
  ['no-schema', ['json_object', 'text'], 'This response_format type is unavailable now'],
  ['no-json', ['text'], 'is not supported with this model'],
])('%s takes the formats %j and refuses the others', async (kind, taken, says) => {
  const { server, client } = await startOpenAI({ kind, answer: () => ({ name: 'Varnhavn' }) });
  for (const format of ['json_schema', 'json_object', 'text'] as const) {
    const asked = client.chat.completions.create({
      model: server.model,
      messages: MESSAGES,
      response_format: FORMATS[format],
    });
    if (taken.includes(format)) await expect(asked).resolves.toMatchObject({ object: 'chat.completion' });
    else await expect(asked).rejects.toMatchObject({ status: 400, message: expect.stringContaining(says) });
  }
  expect((await listen(client, { model: server.model, messages: MESSAGES })).text).toBe('{"name":"Varnhavn"}');
});

test.each<[ServerKind, number]>([
  ['openai', 400],
  ['ollama', 200],
  ['llama.cpp', 200],
  ['vllm', 200],
  ['lm-studio', 200],
  ['no-schema', 200],
])('a field and a loose schema that nobody knows: %s says %i', async (kind, status) => {
  const { server } = await startOpenAI({ kind });
  const loose = { type: 'object', properties: { a: { type: 'string', minLength: 2 } } };
  const post = (more: object) =>
    fetch(`${server.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.apiKey}` },
      body: JSON.stringify({ model: server.model, messages: MESSAGES, ...more }),
    });
  expect((await post({ top_k: 4 })).status).toBe(status);
  if (kind === 'no-schema') return;
  const response_format = { type: 'json_schema', json_schema: { name: 'a', strict: true, schema: loose } };
  expect((await post({ response_format })).status).toBe(status);
});

test.each<[ServerKind, object]>([
  ['openai', { owned_by: 'system' }],
  ['ollama', { owned_by: 'library' }],
  ['llama.cpp', { owned_by: 'llamacpp', meta: { n_ctx: 8192, n_ctx_train: 131_072 } }],
  ['vllm', { owned_by: 'vllm', max_model_len: 8192 }],
  ['lm-studio', { id: 'harbour-7b' }],
])('the models of %s are listed in its way', async (kind, told) => {
  const { server, client } = await startOpenAI({ kind, model: 'harbour-7b', context: 8192 });
  const { data } = await client.models.list();
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ id: 'harbour-7b', object: 'model', ...told });
  expect(await client.models.retrieve('harbour-7b')).toMatchObject({ id: 'harbour-7b', ...told });
  expect(server.modelLists()).toBe(1);
});

test('llama.cpp tells the size that it was started with also in its properties', async () => {
  const { server } = await startOpenAI({ kind: 'llama.cpp', context: 4096 });
  const props = await fetch(server.baseUrl.replace('/v1', '/props'));
  expect(await props.json()).toMatchObject({ default_generation_settings: { n_ctx: 4096 } });
});

test.each<[ServerKind, number | null]>([
  ['openai', 404],
  ['ollama', 404],
  ['vllm', 404],
  ['no-schema', 404],
  ['llama.cpp', null],
])('a name of no model: %s says %s', async (kind, status) => {
  const { client } = await startOpenAI({ kind });
  const asked = client.chat.completions.create({ model: 'another', messages: MESSAGES });
  if (status === null) await expect(asked).resolves.toMatchObject({ object: 'chat.completion' });
  else await expect(asked).rejects.toMatchObject({ status });
});

test.each<[ServerKind, object]>([
  ['openai', { error: { message: expect.any(String), type: 'server_error', param: null, code: null } }],
  ['ollama', { error: { message: expect.any(String), type: 'api_error' } }],
  ['llama.cpp', { error: { code: 500, message: expect.any(String), type: 'server_error' } }],
  ['vllm', { error: { message: expect.any(String), type: 'InternalServerError', code: 500 } }],
  ['lm-studio', { error: expect.any(String) }],
])('a failure has the form that %s gives it', async (kind, body) => {
  const { server } = await startOpenAI({ kind });
  server.fail({ kind: 'status', status: 500 });
  const response = await fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}` },
    body: JSON.stringify({ model: server.model, messages: MESSAGES }),
  });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject(body);
});

test('a server that wants no key answers without one', async () => {
  const { server } = await startOpenAI({ kind: 'ollama' });
  const response = await fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: server.model, messages: MESSAGES }),
  });
  expect(response.status).toBe(200);
});

test('vLLM refuses a wrong key with one word', async () => {
  const { server } = await startOpenAI({ kind: 'vllm' });
  const response = await fetch(`${server.baseUrl}/models`);
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 401,
    body: { error: 'Unauthorized' },
  });
});
