/** Walks in worker threads over real pages from a news site on loopback. */
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { joinWalk } from '#bot/join-walk.ts';
import { createWalkPool } from '#bot/walk-pool.ts';
import type { BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import { readUrl } from '#read/read-url.ts';
import { openNewsSite } from '../fakes/news-site.ts';
import { expectProblem } from '../read/expect-problem.ts';
import { loopback, serve, servePage } from '../read/serve.ts';

const site = await openNewsSite();
const pool = createWalkPool({ allowed: '127.0.0.1' });
afterAll(async () => {
  await pool.close();
  site.close();
});

const NEVER = new AbortController().signal;
const WISH: BriefWish = { engine: null, points: null, style: null };
const QUESTION = 'How many hangers have cracks?';
const start = (signal = NEVER, steps: string[] = []) => pool.startWalk((step) => steps.push(step), signal);
/** The same walk in this thread. */
const here = joinWalk((url) => readUrl(url, { allow: loopback }));

/** Text near the most that is read, so that a thread works on it for a good while. */
const LONG_TEXT = Array.from(
  { length: 1_500 },
  (_, i) =>
    `<p>The ferry to Lund will stop running on Sundays from May, its owner Karin Holt said on day ${i}. “We carry ${i} people on a winter Sunday,” said Piet Vanning, who told the Quay Gazette that officials had known.</p>`,
).join('');
const LONG_PAGE = `<!doctype html><html lang="en"><head><title>Ferry</title></head><body><article><h1>Ferry</h1>${LONG_TEXT}</article></body></html>`;

test('a thread makes of a page exactly what this thread makes of it, and tells each step as it begins', async () => {
  const steps: string[] = [];
  const walk = start(NEVER, steps);
  const url = `${site.url}/story`;
  const article = await walk.read(url);
  expect(article).toEqual(await here.read(url));
  expect(await walk.brief(article, WISH)).toEqual(await here.brief(article, WISH));
  expect(await walk.testimony(article)).toEqual(await here.testimony(article));
  expect(await walk.answer(QUESTION, article, WISH)).toEqual(await here.answer(QUESTION, article, WISH));
  expect(steps).toEqual(['reading', 'briefing', 'checking', 'answering']);
});

test('a wish reaches the thread', async () => {
  const article = await start().read(`${site.url}/story`);
  expect((await start().brief(article, { ...WISH, points: 2 })).points.length).toBeLessThanOrEqual(2);
  await expectProblem(start().brief(article, { ...WISH, points: 99 }), 'BAD_USAGE');
  await expectProblem(start().brief(article, { ...WISH, engine: 'model' }), 'SERVICE_UNAVAILABLE');
});

test.each(['/etc/passwd', 'package.json', '-', '../README.md', 'file:///etc/passwd', 'bridge', ''])(
  'what is no address of a page is refused, and no file of this machine is read: “%s”',
  async (input) => {
    await expectProblem(start().read(input), 'BAD_ADDRESS');
  },
);

test('a private network is refused, unless the setting lists it', async () => {
  const strict = createWalkPool({ allowed: '' });
  onTestFinished(() => strict.close());
  const before = site.asked.get('/ferry') ?? 0;
  await expectProblem(strict.startWalk(() => undefined, NEVER).read(`${site.url}/ferry`), 'BLOCKED_ADDRESS');
  await expectProblem(start().read('http://10.1.2.3/ferry'), 'BLOCKED_ADDRESS');
  expect(site.asked.get('/ferry') ?? 0).toBe(before);
});

test('a failure crosses the threads with its code, its fact and when to try again', async () => {
  const { origin } = await servePage('slow down', { 'retry-after': '90' }, 429);
  const problem = await expectProblem(start().read(origin), 'RATE_LIMITED');
  expect(problem.retryAfterMs).toBe(90_000);
  const same = await expectProblem(here.read(origin), 'RATE_LIMITED');
  expect(problem.message).toBe(same.message);
  expect((await expectProblem(start().read(`${site.url}/gone`), 'NOT_FOUND')).retryAfterMs).toBeNull();
});

test('what nobody foresaw crosses as an error that is no Problem, with its words and its place', async () => {
  const article = await start().read(`${site.url}/story`);
  const broken = { ...article, sentences: null } as unknown as Article;
  const error = await start()
    .testimony(broken)
    .catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).not.toHaveProperty('code');
  expect(String((error as Error).stack)).toMatch(/src\/.+\.ts:\d+/);
});

test('a walk that is called off ends at once, and its connection with it', async () => {
  const off = new AbortController();
  const { origin, quiet } = await serve(() => off.abort());
  await expectProblem(start(off.signal).read(origin), 'CANCELLED');
  await quiet();
});

test('a walk that was called off before it began asks nobody', async () => {
  const { origin, connections } = await servePage(LONG_PAGE);
  const steps: string[] = [];
  await expectProblem(start(AbortSignal.abort(), steps).read(origin), 'CANCELLED');
  // A thread takes its calls in order: this one comes after.
  await start().read(`${site.url}/story`);
  expect(connections()).toBe(0);
  expect(steps).toEqual([]);
});

test('a site that never answers is too slow, and its connection ends', async () => {
  const hasty = createWalkPool({ allowed: '127.0.0.1', limits: { callMs: 4_000 } });
  onTestFinished(() => hasty.close());
  const { origin, quiet, connections } = await serve(() => undefined);
  const problem = await expectProblem(hasty.startWalk(() => undefined, NEVER).read(origin), 'TOO_SLOW');
  expect(problem.message).toBe('it took more than 4 s');
  await quiet();
  expect(connections()).toBeLessThanOrEqual(1);
});

test('while a thread works on a very long page, this thread keeps turning and other walks come to their end', async () => {
  const { origin } = await servePage(LONG_PAGE);
  const article = await start().read(origin);
  expect(article.text.length).toBeGreaterThan(250_000);
  // Both threads are there before it begins.
  await Promise.all(Array.from({ length: 8 }, () => start().read(`${site.url}/story`)));
  let turns = 0;
  let isUnderWay = true;
  const turn = () => {
    turns++;
    // A pause between turns: whoever turns without one takes the processor from the threads, which are nicer.
    if (isUnderWay) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  const ended: string[] = [];
  const long = start()
    .brief(article, WISH)
    .then(() => ended.push('long'))
    .finally(() => {
      isUnderWay = false;
    });
  const others = Array.from({ length: 4 }, () =>
    start()
      .read(`${site.url}/ferry`)
      .then(() => ended.push('other')),
  );
  await Promise.all([long, ...others]);
  // A thread that was held up would have turned a handful of times.
  expect(turns).toBeGreaterThan(100);
  expect(ended[0]).toBe('other');
  expect(ended.filter((one) => one === 'other')).toHaveLength(4);
});

test('fifty briefings at once are the same fifty times', async () => {
  const url = `${site.url}/story`;
  const briefings = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const walk = start();
      return walk.brief(await walk.read(url), WISH);
    }),
  );
  const expected = await here.brief(await here.read(url), WISH);
  for (const briefing of briefings) expect(briefing).toEqual(expected);
  expect(pool.load()).toEqual({ running: 0, waiting: 0 });
});
