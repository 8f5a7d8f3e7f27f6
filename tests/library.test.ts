/** The library door with a model: what another program gets that sets the environment and calls `brief`. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createOpenAI } from './stand-ins/openai/create-openai.ts';
import type { OpenAIStandIn } from './stand-ins/openai/stand-in.ts';
import { ARTICLE, GOOD, userOf, written } from './summarize/model/a-model.ts';

let server: OpenAIStandIn;
let library: typeof import('#index.ts');
beforeAll(async () => {
  server = await createOpenAI({ answer: () => ({ ...GOOD }) });
  vi.stubEnv('OPENAI_MODEL', server.model);
  vi.stubEnv('OPENAI_BASE_URL', server.baseUrl);
  vi.stubEnv('OPENAI_API_KEY', server.apiKey);
  // What is wrong with the settings of a bot is nothing to a library.
  vi.stubEnv('PORT', 'nonsense');
  library = await import('#index.ts');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('a model of the environment writes what it is asked for, by name or by default', async () => {
  const byName = await library.brief(ARTICLE, { engine: 'model', style: 'short' });
  expect(byName.engine).toEqual({ name: 'model', model: server.model, prompt: 'brief/short@1' });
  expect((await library.brief(ARTICLE)).engine.name).toBe('model');
  expect((await library.brief(ARTICLE, { engine: 'extractive' })).engine.name).toBe('extractive');
});

test('a language is asked for by its tag or its name', async () => {
  await library.brief(ARTICLE, { engine: 'model', language: 'German' });
  const asked = server.requests.at(-1);
  expect(JSON.stringify(asked?.body)).toContain('Then give the same in German');
  await expect(library.brief(ARTICLE, { language: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_USAGE' });
});

test('answers come from it too, checked', async () => {
  server.answerWith(() => ({
    answered: true,
    ...written('The bridge was closed on Monday.', [1], { statements: ['a1'] }),
  }));
  const answer = await library.answer('When was the bridge closed?', ARTICLE, { engine: 'model' });
  expect(answer).toMatchObject({ answered: true, text: 'The bridge was closed on Monday.', engine: { name: 'model' } });
  expect(userOf(server.requests.at(-1) ?? Object.create(null))).toContain('When was the bridge closed?');
});

test('a signal calls it off; a model that does not answer is told where it was asked for by name', async () => {
  const gone = AbortSignal.abort();
  await expect(library.brief(ARTICLE, { style: 'executive', signal: gone })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  server.fail({ kind: 'status', status: 401 });
  await expect(library.brief(ARTICLE, { engine: 'model', points: 2 })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
  server.fail({ kind: 'status', status: 401 });
  expect((await library.brief(ARTICLE, { points: 2 })).engine).toMatchObject({
    name: 'extractive',
    fallback: expect.stringContaining('401'),
  });
});
