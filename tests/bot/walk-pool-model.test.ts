/** Walks in worker threads with a model: who it may be asked for, and that one briefing does for many. */
import { expect, onTestFinished, test } from 'vitest';
import { createWalkPool } from '#bot/walk-pool.ts';
import type { MayUseModel, Step } from '#core/app.ts';
import { createOpenAI } from '../stand-ins/openai/create-openai.ts';
import { ARTICLE, GOOD, WISH } from '../summarize/model/a-model.ts';

async function open() {
  const server = await createOpenAI({ answer: () => ({ ...GOOD }) });
  const { apiKey, baseUrl, model } = server;
  const pool = createWalkPool({ allowed: '', model: { apiKey, baseUrl, model } });
  onTestFinished(async () => {
    await pool.close();
    await server.close();
  });
  const start = (signal = new AbortController().signal, mayUseModel?: MayUseModel, steps: Step[] = []) =>
    pool.startWalk((step) => steps.push(step), signal, mayUseModel);
  return { server, start };
}

test('a thread has a briefing written by the model', async () => {
  const { server, start } = await open();
  const steps: Step[] = [];
  const briefing = await start(undefined, undefined, steps).brief(ARTICLE, WISH);
  expect(briefing.engine).toEqual({ name: 'model', model: server.model, prompt: 'brief/standard@2' });
  expect(briefing.usage?.in).toBeGreaterThan(500);
  expect(steps.filter((step, at) => step !== steps[at - 1])).toEqual(['briefing', 'checking']);
});

test('many who ask for the same at once, and whoever asks later, get one briefing, paid for once', async () => {
  const { server, start } = await open();
  const briefings = await Promise.all(Array.from({ length: 12 }, () => start().brief(ARTICLE, WISH)));
  const later = await start().brief(ARTICLE, WISH);
  expect(server.requests).toHaveLength(1);
  expect(new Set([...briefings, later].map(({ id }) => id)).size).toBe(1);
  expect([...briefings, later].filter(({ usage }) => usage !== undefined)).toHaveLength(1);
  await start().brief(ARTICLE, { ...WISH, style: 'short' });
  expect(server.requests).toHaveLength(2);
});

test('one who goes does not take the briefing from the others', async () => {
  const { server, start } = await open();
  server.fail({ kind: 'drip', everyMs: 20 });
  const gone = new AbortController();
  const first = start(gone.signal).brief(ARTICLE, WISH);
  const second = start().brief(ARTICLE, WISH);
  setTimeout(() => gone.abort(), 300);
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await second).engine.name).toBe('model');
  expect(server.requests).toHaveLength(1);
});

test('whoever may not use the model is told why, and gets the article’s own words', async () => {
  const { server, start } = await open();
  const walk = start(undefined, async () => 'this channel’s budget is used up');
  expect((await walk.brief(ARTICLE, WISH)).engine).toMatchObject({
    name: 'extractive',
    fallback: 'this channel’s budget is used up',
  });
  const answer = await walk.answer('When was the bridge closed?', ARTICLE, { engine: null });
  expect(answer.engine?.fallback).toBe('this channel’s budget is used up');
  expect(server.requests).toHaveLength(0);
  // Nobody else gets that one.
  expect((await start().brief(ARTICLE, WISH)).engine.name).toBe('model');
  // What is written by now costs nothing more, whoever asks.
  const free = await walk.brief(ARTICLE, WISH);
  expect([free.engine.name, free.usage, server.requests.length]).toEqual(['model', undefined, 1]);
});

test('what failed once is tried again for the next who asks', async () => {
  const { server, start } = await open();
  server.fail({ kind: 'status', status: 401 });
  expect((await start().brief(ARTICLE, WISH)).engine.name).toBe('extractive');
  expect((await start().brief(ARTICLE, WISH)).engine.name).toBe('model');
});

test('a wrong style ends for everybody in words', async () => {
  const { start } = await open();
  await expect(start().brief(ARTICLE, { ...WISH, style: 'haiku' })).rejects.toMatchObject({
    code: 'BAD_USAGE',
    message: 'no style "haiku"; there are standard, executive, short',
  });
});
