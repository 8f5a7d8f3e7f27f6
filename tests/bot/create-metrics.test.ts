import { expect, test } from 'vitest';
import { createMetrics, type Load } from '#bot/create-metrics.ts';
import { type Family, readExposition } from './read-exposition.ts';

const LOAD: Load = {
  jobs: { ready: 3, active: 2, dead: 1 },
  posts: { planned: 7, unclear: 0, refused: 4 },
  walks: { running: 5, waiting: 6 },
};

const read = async (metrics: ReturnType<typeof createMetrics>) => readExposition(await metrics.text());
const sampleOf = (families: Map<string, Family>, name: string, labels: Record<string, string> = {}) =>
  families.get(name)?.samples.find((one) => JSON.stringify(one.labels) === JSON.stringify(labels))?.value;

test('the metrics are what Prometheus reads, each with its help, under our name or that of the process', async () => {
  const metrics = createMetrics(async () => LOAD);
  metrics.briefings.inc({ engine: 'extractive' });
  metrics.failures.inc({ code: 'PAYWALLED' });
  metrics.requests.inc({ platform: 'console', command: 'brief' });
  metrics.deliveries.inc({ platform: 'console', how: 'post' });
  metrics.undelivered.inc({ platform: 'console', code: 'RATE_LIMITED' });
  metrics.seconds.observe(0.3);
  const families = await read(metrics);
  for (const [name, { help, samples, type }] of families) {
    expect(name).toMatch(/^(?:byline|process|nodejs)_[a-z0-9_]+$/);
    expect(help).not.toBe('');
    if (name.startsWith('byline')) expect(samples, name).not.toEqual([]);
    if (name.startsWith('byline') && type === 'counter') expect(name).toMatch(/_total$/);
  }
  expect(metrics.contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
});

test('what has not happened yet is 0 where its labels are known', async () => {
  const families = await read(createMetrics(async () => LOAD));
  for (const [name, labels] of [
    ['byline_briefings_total', { engine: 'extractive' }],
    ['byline_answers_total', { found: 'true' }],
    ['byline_answers_total', { found: 'false' }],
    ['byline_model_tokens_total', { direction: 'in' }],
    ['byline_model_tokens_total', { direction: 'out' }],
    ['byline_checks_total', {}],
    ['byline_withheld_total', {}],
    ['byline_troubles_total', {}],
  ] as const)
    expect(sampleOf(families, name, labels), name).toBe(0);
});

test('the load is asked for each time, and each state shows', async () => {
  let load = LOAD;
  const metrics = createMetrics(async () => load);
  const first = await read(metrics);
  expect(sampleOf(first, 'byline_queue_depth', { state: 'ready' })).toBe(3);
  expect(sampleOf(first, 'byline_queue_depth', { state: 'dead' })).toBe(1);
  expect(sampleOf(first, 'byline_outbox_posts', { state: 'planned' })).toBe(7);
  expect(sampleOf(first, 'byline_walks', { state: 'waiting' })).toBe(6);
  load = { ...LOAD, jobs: { ready: 0, active: 0, dead: 9 } };
  expect(sampleOf(await read(metrics), 'byline_queue_depth', { state: 'dead' })).toBe(9);
});

test('a database that does not answer takes its gauges away and leaves the rest', async () => {
  let isUp = true;
  const metrics = createMetrics(() => (isUp ? Promise.resolve(LOAD) : Promise.reject(new Error('no database'))));
  await metrics.text();
  metrics.withheld.inc(2);
  isUp = false;
  const families = await read(metrics);
  expect(families.get('byline_queue_depth')?.samples).toEqual([]);
  expect(sampleOf(families, 'byline_withheld_total')).toBe(2);
  isUp = true;
  expect(sampleOf(await read(metrics), 'byline_queue_depth', { state: 'ready' })).toBe(3);
});

test('the time of a briefing falls into growing buckets that end with all of them', async () => {
  const metrics = createMetrics(async () => LOAD);
  for (const seconds of [0.05, 0.3, 0.3, 12, 500]) metrics.seconds.observe(seconds);
  const samples = (await read(metrics)).get('byline_briefing_seconds')?.samples ?? [];
  const buckets = samples.filter(({ name }) => name.endsWith('_bucket'));
  const counts = buckets.map(({ value }) => value);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(buckets.at(-1)).toMatchObject({ labels: { le: '+Inf' }, value: 5 });
  expect(samples.find(({ name }) => name.endsWith('_count'))?.value).toBe(5);
  expect(samples.find(({ name }) => name.endsWith('_sum'))?.value).toBeCloseTo(512.65);
});

test('two bots in one process count for themselves', async () => {
  const [one, other] = [createMetrics(async () => LOAD), createMetrics(async () => LOAD)];
  one.troubles.inc();
  expect(sampleOf(await read(one), 'byline_troubles_total')).toBe(1);
  expect(sampleOf(await read(other), 'byline_troubles_total')).toBe(0);
});

test.each([
  ['x_total 1', 'the last line does not end'],
  ['x_total 1\n', 'a sample outside its family'],
  ['# TYPE x counter\nx one\n', 'neither a comment nor a sample'],
  ['# TYPE x counter\nx{a="b"c="d"} 1\n', 'labels that break the format'],
  ['# TYPE x counter\nx{a="b\\x"} 1\n', 'labels that break the format'],
  ['# TYPE x counter\nx 1\nx 2\n', 'the same sample twice'],
  ['# TYPE x counter\n# TYPE x counter\n', 'a second TYPE'],
  ['# TYPE x thing\n', 'no such type'],
])('the reader of these tests refuses what is not the format (%j)', (text, words) => {
  expect(() => readExposition(text)).toThrow(words);
});
