import { expect, test } from 'vitest';
import { MESSAGES, startOpenAI } from './a-client.ts';
import type { OpenAIOptions, OpenAIStandIn } from './stand-in.ts';

const messages = MESSAGES;

async function post(server: OpenAIStandIn, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const told: unknown = await response.json();
  return { status: response.status, body: told, headers: response.headers };
}

test('a wrong key and no key are 401, in OpenAI’s words', async () => {
  const { server, client } = await startOpenAI({}, 'sk-wrong-1234');
  const asked = client.chat.completions.create({ model: server.model, messages });
  await expect(asked).rejects.toMatchObject({
    status: 401,
    code: 'invalid_api_key',
    type: 'invalid_request_error',
    message: expect.stringContaining('Incorrect API key provided: sk-***1234.'),
  });
  await expect(client.models.list()).rejects.toMatchObject({ status: 401 });
  expect(await post(server, { model: server.model, messages }, { authorization: '' })).toMatchObject({
    status: 401,
    body: { error: { message: expect.stringContaining("didn't provide an API key"), code: null } },
  });
  expect(server.requests.map(({ outcome }) => outcome.status)).toEqual([401, 401]);
});

test('a model that is not there is 404', async () => {
  const { client } = await startOpenAI();
  await expect(client.chat.completions.create({ model: 'gpt-none', messages })).rejects.toMatchObject({
    status: 404,
    code: 'model_not_found',
    message: expect.stringContaining('The model `gpt-none` does not exist'),
  });
  await expect(client.models.retrieve('gpt-none')).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
});

test('an address without /v1, and what is not spoken here, are 404', async () => {
  const { server, client } = await startOpenAI();
  const bare = client.withOptions({ baseURL: server.baseUrl.replace('/v1', '') });
  await expect(bare.chat.completions.create({ model: server.model, messages })).rejects.toMatchObject({ status: 404 });
  await expect(client.responses.create({ model: server.model, input: 'a' })).rejects.toMatchObject({ status: 404 });
});

const wrong: [
  string,
  Record<string, unknown> | string,
  { param?: string | null; code?: string | null; says: string },
][] = [
  ['no JSON', '{"model":', { says: 'could not parse the JSON body' }],
  ['no model', { model: undefined }, { says: 'must provide a model' }],
  [
    'no messages',
    { messages: undefined },
    { param: 'messages', code: 'missing_required_parameter', says: `'messages'` },
  ],
  ['empty messages', { messages: [] }, { param: 'messages', code: 'empty_array', says: 'empty array' }],
  ['a foreign role', { messages: [{ role: 'editor', content: 'a' }] }, { param: 'messages[0].role', says: `'editor'` }],
  ['no role', { messages: [{ content: 'a' }] }, { code: 'missing_required_parameter', says: 'messages[0].role' }],
  ['no content', { messages: [{ role: 'user', content: null }] }, { says: 'expected a string, got null' }],
  [
    'a foreign field',
    { promt: 'a' },
    { param: 'promt', code: 'unknown_parameter', says: `Unknown parameter: 'promt'` },
  ],
  ['a field of Ollama', { options: { num_ctx: 1 } }, { code: 'unknown_parameter', says: `'options'` }],
  ['heat', { temperature: 3 }, { param: 'temperature', code: 'decimal_out_of_range', says: '<= 2, but got 3' }],
  ['no tokens', { max_completion_tokens: 0 }, { code: 'integer_below_min_value', says: '>= 1, but got 0' }],
  ['half a token', { max_tokens: 1.5 }, { code: 'invalid_type', says: 'expected an integer' }],
  [
    'usage of no stream',
    { stream_options: { include_usage: true } },
    { param: 'stream_options', says: 'only allowed when' },
  ],
  [
    'a foreign format',
    { response_format: { type: 'yaml' } },
    { param: 'response_format.type', code: 'invalid_value', says: `'yaml'` },
  ],
  ['no type of format', { response_format: {} }, { param: 'response_format.type', says: 'Missing' }],
  [
    'no schema',
    { response_format: { type: 'json_schema', json_schema: { name: 'a' } } },
    { says: 'json_schema.schema' },
  ],
  [
    'a schema without a name',
    { response_format: { type: 'json_schema', json_schema: { schema: {} } } },
    { says: 'json_schema.name' },
  ],
  [
    'a name with a slash',
    { response_format: { type: 'json_schema', json_schema: { name: 'brief/standard', schema: { type: 'object' } } } },
    { param: 'response_format.json_schema.name', says: 'does not match pattern' },
  ],
  [
    'json_object without the word',
    { messages: [{ role: 'user', content: 'Answer.' }], response_format: { type: 'json_object' } },
    { param: 'messages', says: `must contain the word 'json'` },
  ],
  [
    'a loose schema as a strict one',
    { response_format: { type: 'json_schema', json_schema: { name: 'a', strict: true, schema: { type: 'object' } } } },
    { param: 'response_format', says: `Invalid schema for response_format 'a': In context=(), 'additionalProperties'` },
  ],
];

test.each(wrong)('%s is 400', async (_, body, { says, ...told }) => {
  const { server } = await startOpenAI();
  const whole = typeof body === 'string' ? body : { model: server.model, messages, ...body };
  const refused = await post(server, whole);
  expect(refused).toMatchObject({
    status: 400,
    body: { error: { type: 'invalid_request_error', message: expect.stringContaining(says), ...told } },
  });
  expect(server.requests[0]?.outcome).toMatchObject({ status: 400, message: expect.stringContaining(says) });
});

test('a reasoning model refuses max_tokens and another temperature, and takes their heirs', async () => {
  const { server, client } = await startOpenAI({ isReasoning: true });
  const ask = (more: object) => client.chat.completions.create({ model: server.model, messages, ...more });
  await expect(ask({ max_tokens: 10 })).rejects.toMatchObject({ code: 'unsupported_parameter', param: 'max_tokens' });
  await expect(ask({ temperature: 0 })).rejects.toMatchObject({ code: 'unsupported_value', param: 'temperature' });
  await expect(ask({ temperature: 1, max_completion_tokens: 10 })).resolves.toBeDefined();
});

const long = [{ role: 'user' as const, content: 'word '.repeat(500) }];

test.each<[string, OpenAIOptions, object]>([
  [
    'openai',
    {},
    {
      status: 400,
      code: 'context_length_exceeded',
      param: 'messages',
      error: { message: expect.stringContaining('maximum context length is 100 tokens') },
    },
  ],
  ['413', { overContextStatus: 413 }, { status: 413, code: 'context_length_exceeded' }],
  ['vllm', { kind: 'vllm' }, { status: 400, error: { type: 'BadRequestError', code: 400 } }],
  [
    'llama.cpp',
    { kind: 'llama.cpp' },
    { status: 400, error: { type: 'exceed_context_size_error', n_ctx: 100, n_prompt_tokens: 505 } },
  ],
])('a prompt over the context is refused: %s', async (_, options, error) => {
  const { server, client } = await startOpenAI({ context: 100, ...options });
  const asked = client.chat.completions.create({ model: server.model, messages: long });
  await expect(asked).rejects.toMatchObject(error);
});

test('what may still be said counts towards the context with OpenAI', async () => {
  const { server, client } = await startOpenAI({ context: 100 });
  const asked = client.chat.completions.create({ model: server.model, messages, max_completion_tokens: 99 });
  await expect(asked).rejects.toMatchObject({ status: 400, message: expect.stringContaining('in the completion') });
});

test('Ollama cuts a prompt that is too long, and nobody is told', async () => {
  const { server, client } = await startOpenAI({ kind: 'ollama', context: 100, answer: () => 'Fine.' });
  const completion = await client.chat.completions.create({ model: server.model, messages: long });
  expect(completion).toMatchObject({
    choices: [{ finish_reason: 'stop', message: { content: 'Fine.' } }],
    usage: { prompt_tokens: 100 },
  });
  expect(server.requests[0]?.outcome.isTruncated).toBe(true);
});
