import { expect, onTestFinished, test, vi } from 'vitest';
import { examineModel } from '#bot/examine-model.ts';
import { createOpenAI } from '../stand-ins/openai/create-openai.ts';
import type { OpenAIOptions } from '../stand-ins/openai/stand-in.ts';

const SAYS = { sentence: 2, word: 'Monday' };

async function look(options: OpenAIOptions, settings: { apiKey?: string; model?: string } = {}) {
  const server = await createOpenAI({ answer: () => SAYS, ...options });
  onTestFinished(() => server.close());
  const { apiKey, baseUrl, model } = server;
  return { server, finding: await examineModel({ model: { apiKey, baseUrl, model, ...settings } }) };
}

test('without a model there is nothing to look at, and nothing is wrong', async () => {
  expect(await examineModel({ model: null })).toMatchObject({ subject: 'Model', state: 'off', todo: null });
});

test.each([
  ['vllm', 'held to a schema; it reads 32,000 tokens'],
  ['llama.cpp', 'held to a schema; it reads 32,000 tokens'],
  ['ollama', 'held to a schema; it does not tell how much it reads'],
  ['no-schema', 'in JSON without a schema, which is checked all the same; it does not tell'],
  ['no-json', 'with the form in words only, which is checked all the same; it does not tell'],
] as const)('%s works, and it is told how', async (kind, words) => {
  const { finding, server } = await look({ kind, context: 32_000 });
  expect(finding).toMatchObject({ state: 'works', todo: null });
  expect(finding.fact).toMatch(new RegExp(`^${server.model} at ${server.baseUrl} answered in \\d+\\.\\d s, `));
  expect(finding.fact).toContain(words);
});

test('a wrong key, a model that is not there, a server that is not there: broken, and what to do', async () => {
  const key = await look({}, { apiKey: 'sk-HUSH' });
  expect(key.finding).toMatchObject({ state: 'broken', fact: expect.stringMatching(/refused the key \(401\)\.$/) });
  expect(key.finding.todo).toMatch(/^Check OPENAI_MODEL, OPENAI_API_KEY/);
  expect(JSON.stringify(key.finding)).not.toContain('HUSH');
  const model = await look({}, { model: 'no-such-model' });
  expect(model.finding).toMatchObject({ state: 'broken', fact: expect.stringContaining('404') });
  const nowhere = { apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', model: 'm' };
  expect(await examineModel({ model: nowhere })).toMatchObject({
    state: 'broken',
    fact: 'm at http://127.0.0.1:9/v1: the model’s server cannot be reached.',
  });
});

test('an environment that the SDK cannot bear is told, not thrown', async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'no header: HUSH');
  const { finding } = await look({});
  expect(finding).toMatchObject({ state: 'broken', fact: expect.stringContaining('OPENAI_CUSTOM_HEADERS') });
  expect(JSON.stringify(finding)).not.toContain('HUSH');
});

test('a model that answers with nonsense is broken', async () => {
  const { finding } = await look({ answer: () => 'Understood.' });
  expect(finding).toMatchObject({ state: 'broken', fact: expect.stringContaining('could not be read') });
});
