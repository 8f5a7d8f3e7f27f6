/** `byline start`, the doctor and the command line in front of a model's server: real processes, the real SDK. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { openNewsSite } from '../fakes/news-site.ts';
import { createOpenAI } from '../stand-ins/openai/create-openai.ts';
import type { ChatRequest, OpenAIFault, OpenAIOptions } from '../stand-ins/openai/stand-in.ts';
import { prepareFolder } from '../store/prepare-folder.ts';
import { userOf, written } from '../summarize/model/a-model.ts';
import { serveFeeds } from './a-feed-server.ts';
import { type Run, runByline } from './run-byline.ts';

/** A sentence of the article in a request, by its number. */
function sentenceOf(request: ChatRequest, number: number): string {
  const [, text = ''] = new RegExp(`\\[${number}\\] ([^\\n]*?)(?= \\[\\d+\\]|\\n|$)`).exec(userOf(request)) ?? [];
  return text;
}

/** A model that copies: nobody can object to it. */
function copying(request: ChatRequest): object {
  const isAnswer = request.responseFormat?.name === 'answer' || userOf(request).includes('A reader asks');
  if (isAnswer) return { answered: true, ...written(sentenceOf(request, 1), [1]) };
  const points = [1, 2].map((number) => written(sentenceOf(request, number), [number]));
  return { headline: sentenceOf(request, 1), headlineTranslation: null, points };
}

async function open(options: OpenAIOptions = {}) {
  const [server, site] = await Promise.all([createOpenAI({ answer: copying, ...options }), openNewsSite()]);
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-model-'));
  const running: Run[] = [];
  onTestFinished(async () => {
    for (const { child, ended } of running) {
      child.kill('SIGKILL');
      await ended;
    }
    await server.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const settings = {
    ...{ OPENAI_MODEL: server.model, OPENAI_API_KEY: server.apiKey, OPENAI_BASE_URL: server.baseUrl },
    ...{ DATA_DIR: folder, PORT: '0', ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' },
  };
  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const one = runByline(args, { ...settings, ...more });
    running.push(one);
    return one;
  };
  return { server, site, folder, run };
}

async function start(
  { folder, run }: Pick<Awaited<ReturnType<typeof open>>, 'folder' | 'run'>,
  more: Readonly<Record<string, string>> = {},
) {
  prepareFolder(folder);
  const bot = run(['start'], more);
  await eventually('a bot that is ready', () => {
    if (bot.child.exitCode !== null) throw new Error(`it ended: ${bot.err()}`);
    return bot.out().includes('\n');
  });
  const [, url = ''] = /open (http:\/\/127\.0\.0\.1:\d+)/.exec(bot.out()) ?? [];
  const say = (text: string, thread?: string) =>
    fetch(`${url}/say`, {
      ...{ method: 'POST', body: new URLSearchParams({ text, ...(thread === undefined ? {} : { thread }) }) },
      headers: { origin: url, accept: 'text/fragment' },
    });
  const page = async (thread?: string) =>
    (await (await fetch(`${url}/${thread === undefined ? '' : `?thread=${thread}`}`)).text()).replaceAll('&#39;', "'");
  const count = async (words: string) => (await page()).split(words).length - 1;
  return { say, page, count };
}

test('ten who ask for one briefing at once get it, the model is asked once, and answers in a thread', async () => {
  const { server, site, ...bot } = await open();
  const { say, count, page } = await start(bot);
  await Promise.all(Array.from({ length: 10 }, () => say(`/brief ${site.url}/ferry`)));
  await eventually('ten briefings', async () => (await count(`written by the model ${server.model}`)) === 10);
  expect(server.requests).toHaveLength(1);
  await say(`/brief ${site.url}/ferry style:short`);
  await eventually('another style', () => server.requests.length === 2);
  const [, thread = ''] = /\?thread=(\d+)/.exec(await page()) ?? [];
  await say('When does the ferry stop?', thread);
  await eventually('the answer', async () => (await page(thread)).includes('checked against these passages'));
  expect(server.requests.at(-1)?.responseFormat?.name).toBe('answer');
});

test('beyond its budget a channel gets the article’s own words, and reads why', async () => {
  const { server, site, ...bot } = await open();
  const { say, page } = await start(bot, { MODEL_TOKENS_PER_CHANNEL_A_DAY: '500' });
  await say(`/brief ${site.url}/ferry`);
  await eventually('the first', async () => (await page()).includes('written by the model'));
  await say(`/brief ${site.url}/inquiry`);
  const why = 'Extractive: this channel has used up its model budget until 00:00 UTC.';
  await eventually('the second', async () => (await page()).includes(why));
  expect(server.requests).toHaveLength(1);
});

/** The site's stories as a feed of this morning. */
async function serveMorning(site: { readonly url: string }) {
  const clock = { now: () => new Date() };
  const at = new Date(clock.now().getTime() - 3_600_000).toUTCString();
  const item = (title: string, link: string) =>
    `<item><title>${title}</title><link>${site.url}/${link}</link><pubDate>${at}</pubDate></item>`;
  const items = [item('Sunday ferry to Lund ends in May', 'ferry'), item('Archive fire was set', 'inquiry')].join('');
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Gazette</title>${items}</channel></rss>`;
  const feeds = await serveFeeds({ '/feed.xml': () => ({ body }) }, clock);
  onTestFinished(() => feeds.close());
  return `${feeds.origin}/feed.xml`;
}

test('what a digest’s lines take is the channel’s: with its budget used up, the next briefing is the article’s own words', async () => {
  const { server, site, ...bot } = await open();
  const feed = await serveMorning(site);
  const { say, page } = await start(bot, { MODEL_TOKENS_PER_CHANNEL_A_DAY: '500' });
  await say(`/sources add ${feed}`);
  await eventually('a feed', async () => (await page()).includes('Now following Quay Gazette'));
  await say('/digest now');
  await eventually('a digest', async () => (await page()).includes(`written by the model ${server.model}`));
  expect(server.requests).toHaveLength(2);
  await say(`/brief ${site.url}/story`);
  const why = 'Extractive: this channel has used up its model budget until 00:00 UTC.';
  await eventually('the briefing', async () => (await page()).includes(why));
  expect(server.requests).toHaveLength(2);
});

test('`byline digest` has its lines written by the engine that it is told', async () => {
  const { server, site, run } = await open();
  const feed = await serveMorning(site);
  const digest = async (engine: string) =>
    JSON.parse((await finish(run(['digest', feed, '--engine', engine, '--json']))).out);
  expect((await digest('extractive')).engine.name).toBe('extractive');
  expect(server.requests).toHaveLength(0);
  const told = await digest('model');
  expect(told.engine).toMatchObject({ name: 'model', model: server.model, prompt: 'digest/standard@1' });
  expect(told.entries.map(({ by }: { readonly by: string }) => by)).toEqual(['model', 'model']);
  expect(server.requests).toHaveLength(2);
});

test.each<[string, OpenAIFault, string | null]>([
  ['a refused key', { kind: 'status', status: 401 }, 'refused the key (401)'],
  ['a model that is not there', { kind: 'status', status: 404 }, '(404)'],
  ['JSON in a fence', { kind: 'content', how: 'fence' }, null],
  ['a stream that is cut', { kind: 'cut', after: 9 }, 'broke off'],
  ['a server that fails', { kind: 'status', status: 503 }, '(503)'],
])('%s is no reason for no briefing', async (_, fault, why) => {
  const { server, site, run } = await open();
  server.fail(fault, Number.POSITIVE_INFINITY);
  const { code, out } = await finish(run(['brief', `${site.url}/ferry`]));
  expect(code).toBe(0);
  expect(out).toContain(why ?? 'written by the model');
  if (why !== null) expect(out).toContain('Extractive: ');
});

test('the command line takes styles and languages, and says which model wrote it', async () => {
  const { server, site, run } = await open();
  const args = [
    'brief',
    `${site.url}/ferry`,
    '--style',
    'short',
    '--language',
    'German',
    '--engine',
    'model',
    '--json',
  ];
  const { code, out } = await finish(run(args));
  expect(code).toBe(0);
  expect(JSON.parse(out).engine).toEqual({ name: 'model', model: server.model, prompt: 'brief/short@1' });
  expect(JSON.stringify(server.requests[0]?.messages)).toContain('the same in German');
  const wrong = await finish(run(['brief', `${site.url}/ferry`, '--style', 'haiku']));
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('one of standard, executive, short') });
});

test('a server that takes no schema is asked otherwise, and the doctor says so', async () => {
  const { run, site, server, folder } = await open({ kind: 'no-json' });
  const { out } = await finish(run(['brief', `${site.url}/ferry`]));
  expect(out).toContain('written by the model');
  server.answerWith(() => ({ sentence: 2, word: 'Monday' }));
  prepareFolder(folder);
  const told = (await finish(run(['doctor']))).out.replace(/\s+/g, ' ');
  expect(told).toContain('with the form in words only');
  expect(told).toContain(`${server.model} at ${server.baseUrl} answered in`);
});

async function finish(run: Run) {
  const code = await run.ended;
  return { code, out: run.out().replace(/\s+/g, ' '), err: run.err() };
}
