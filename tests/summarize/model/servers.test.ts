/** Servers differ in what they take: byline asks each in the best manner that it takes, and remembers it. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { ARTICLE, aModel, systemOf, WISH } from './a-model.ts';

const OTHER = { ...ARTICLE, title: 'Another title, so that nothing is remembered' };

test.each([
  ['openai', ['json_schema'], 1],
  ['ollama', ['json_schema'], 1],
  ['llama.cpp', ['json_schema'], 1],
  ['vllm', ['json_schema'], 1],
  ['lm-studio', ['json_schema'], 1],
  ['no-schema', ['json_schema', 'json_object'], 2],
  ['no-json', ['json_schema', 'json_object', null], 3],
] as const)('%s is asked in %j', async (kind, formats, requests) => {
  const { app, server } = await aModel({ kind });
  expect((await app.brief(ARTICLE, WISH)).engine.name).toBe('model');
  expect(server.requests.map(({ responseFormat }) => responseFormat?.type ?? null)).toEqual(formats);
  expect(server.requests).toHaveLength(requests);
  expect((await app.brief(OTHER, WISH)).engine.name).toBe('model');
  // What was refused once is not tried again.
  expect(server.requests).toHaveLength(requests + 1);
  expect(server.requests.at(-1)?.responseFormat?.type ?? null).toBe(formats.at(-1));
});

test('the schema is strict where it is taken, and put into words where it is not', async () => {
  const strict = await aModel({ kind: 'openai' });
  await strict.app.brief(ARTICLE, WISH);
  const [asked] = strict.server.requests;
  expect(asked?.responseFormat).toMatchObject({ isStrict: true, name: 'briefing' });
  expect(asked === undefined ? '' : systemOf(asked)).not.toContain('JSON Schema');
  const plain = await aModel({ kind: 'no-json' });
  await plain.app.brief(ARTICLE, WISH);
  const last = plain.server.requests.at(-1);
  expect(last === undefined ? '' : systemOf(last)).toContain('"additionalProperties":false');
});

test('a reasoning model is asked without a temperature from then on', async () => {
  const { app, server } = await aModel({ kind: 'openai', isReasoning: true });
  expect((await app.brief(ARTICLE, WISH)).engine.name).toBe('model');
  expect(server.requests.map(({ temperature }) => temperature)).toEqual([0, null]);
  expect(server.requests.map(({ responseFormat }) => responseFormat?.type)).toEqual(['json_schema', 'json_schema']);
});

test('a server that takes the schema and does not keep to it is told the shape in words', async () => {
  const { app, server } = await aModel({ kind: 'ollama' });
  server.fail({ kind: 'content', how: 'wrong-shape' });
  expect((await app.brief(ARTICLE, WISH)).engine.name).toBe('model');
  const [first, second] = server.requests.map(systemOf);
  expect(first).not.toContain('JSON Schema');
  expect(second).toContain('JSON Schema');
});

test('a local server gets a key that says that there is none, and nothing of the environment', async () => {
  const names = ['OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_ADMIN_KEY', 'OPENAI_CUSTOM_HEADERS', 'OPENAI_API_KEY'];
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of names) vi.stubEnv(name, 'X-Hush: HUSH');
  const { app, server } = await aModel({ kind: 'ollama', settings: { apiKey: null } });
  await app.brief(ARTICLE, WISH);
  const headers = server.requests[0]?.headers ?? {};
  expect(headers.authorization).toBe('Bearer none');
  expect(JSON.stringify(headers)).not.toContain('HUSH');
});

test('it is one stream, with the tokens used at its end', async () => {
  const { app, server } = await aModel();
  await app.brief(ARTICLE, WISH);
  const [asked] = server.requests;
  expect(asked).toMatchObject({ isStreamed: true, maxTokens: null });
  expect(asked?.body.stream_options).toEqual({ include_usage: true });
});
