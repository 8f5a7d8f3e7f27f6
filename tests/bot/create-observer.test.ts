import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMetrics } from '#bot/create-metrics.ts';
import { createObserver } from '#bot/create-observer.ts';
import type { Happening } from '#core/observer.ts';
import { Problem, type ProblemCode } from '#core/problem.ts';
import { openLog } from './a-log.ts';
import { readExposition } from './read-exposition.ts';
import { SECRETS } from './secrets.ts';

const LOAD = {
  jobs: { ready: 0, active: 0, dead: 0 },
  posts: { planned: 0, unclear: 0, refused: 0 },
  walks: { running: 0, waiting: 0 },
};

function open(level = 'trace', isTTY = false) {
  const log = openLog(level, isTTY);
  const metrics = createMetrics(async () => LOAD);
  const count = async (name: string, labels: Record<string, string> = {}) =>
    readExposition(await metrics.text())
      .get(name)
      ?.samples.find((one) => JSON.stringify(one.labels) === JSON.stringify(labels))?.value;
  return { ...log, metrics, count, observe: createObserver(log.logger, metrics) };
}

test('a briefing is logged under its request and counted', async () => {
  const { observe, lines, count, metrics } = open();
  observe({ kind: 'briefed', id: 'r1', engine: 'extractive', points: 5, withheld: 2, ms: 340 });
  expect(lines()).toMatchObject([
    { level: 'info', msg: 'briefed', request: 'r1', engine: 'extractive', points: 5, withheld: 2, ms: 340 },
  ]);
  expect(await count('byline_briefings_total', { engine: 'extractive' })).toBe(1);
  expect(await count('byline_checks_total')).toBe(7);
  expect(await count('byline_withheld_total')).toBe(2);
  expect(await metrics.text()).toContain('byline_briefing_seconds_sum 0.34\n');
});

test.each<[Happening, Record<string, unknown>, string, Record<string, string>]>([
  [
    { kind: 'asked', platform: 'console', command: 'brief', id: 'r1' },
    { level: 'info', msg: 'asked', request: 'r1', platform: 'console', command: 'brief' },
    ...(['byline_requests_total', { platform: 'console', command: 'brief' }] as const),
  ],
  [
    { kind: 'answered', id: 'r1', found: false, ms: 9 },
    { level: 'info', msg: 'answered', request: 'r1', found: false },
    ...(['byline_answers_total', { found: 'false' }] as const),
  ],
  [
    { kind: 'failed', code: 'PAYWALLED', id: 'r1', cause: new Problem('PAYWALLED', 'a fact') },
    { level: 'info', msg: 'failed', request: 'r1', code: 'PAYWALLED' },
    ...(['byline_failures_total', { code: 'PAYWALLED' }] as const),
  ],
  [
    { kind: 'failed', code: 'UNEXPECTED', id: 'r1', cause: new TypeError('words') },
    { level: 'error', msg: 'failed', request: 'r1', code: 'UNEXPECTED', cause: { name: 'TypeError' } },
    ...(['byline_failures_total', { code: 'UNEXPECTED' }] as const),
  ],
  [
    { kind: 'delivered', platform: 'slack', how: 'edit' },
    { level: 'debug', msg: 'delivered', platform: 'slack', how: 'edit' },
    ...(['byline_deliveries_total', { platform: 'slack', how: 'edit' }] as const),
  ],
  [
    { kind: 'undelivered', platform: 'slack', code: 'RATE_LIMITED', id: 'p1', willRetry: true },
    { level: 'warn', msg: 'undelivered', platform: 'slack', code: 'RATE_LIMITED', post: 'p1', willRetry: true },
    ...(['byline_undelivered_total', { platform: 'slack', code: 'RATE_LIMITED' }] as const),
  ],
  [
    { kind: 'trouble', what: 'backup failed', cause: 'the program’s own words' },
    { level: 'warn', msg: 'backup failed', cause: 'the program’s own words' },
    ...(['byline_troubles_total', {}] as const),
  ],
])('%j is one line and one count', async (happening, line, metric, labels) => {
  const { observe, lines, count } = open();
  observe(happening);
  expect(lines()).toHaveLength(1);
  expect(lines()).toMatchObject([line]);
  expect(await count(metric, labels)).toBe(1);
});

test('what was given up and what the house-keeping did is logged', () => {
  const { observe, lines } = open();
  observe({ kind: 'buried', id: 'r1', reason: 'every attempt failed' });
  observe({ kind: 'kept-house', what: 'retention', count: 3 });
  expect(lines()).toMatchObject([
    { level: 'error', msg: 'given up', request: 'r1', reason: 'every attempt failed' },
    { level: 'info', msg: 'retention', count: 3 },
  ]);
});

test('an error that nobody foresaw is told by its name, its code and the places in the code, without its words', () => {
  const { observe, lines, text } = open();
  const cause = Object.assign(new RangeError('the minister\n    at said so (file:///x.ts:1:1)'), { code: 'ERR_X' });
  observe({ kind: 'failed', code: 'UNEXPECTED', id: 'r1', cause });
  const [line] = lines() as { cause?: { name: string; code: string; at: string[] } }[];
  expect(line?.cause).toMatchObject({ name: 'RangeError', code: 'ERR_X' });
  expect(line?.cause?.at[0]).toMatch(/create-observer\.test\.ts:\d+:\d+/);
  expect(text()).not.toMatch(/minister|said so/);
});

test.each([
  ['V8 quotes what it looks into', () => 'x' in ('The minister said' as unknown as object)],
  ['JSON.parse quotes what it reads', () => JSON.parse('The minister said')],
  [
    'a stack is a text that anybody can write',
    () => {
      throw Object.assign(new Error(''), { stack: 'Error: \n    at The minister said' });
    },
  ],
  [
    'a name is a text that anybody can write',
    () => {
      throw Object.assign(new Error(''), { name: 'The minister said', code: 'The minister said' });
    },
  ],
  [
    'a message may be anything',
    () => {
      throw Object.assign(new Error(''), { message: { text: 'The minister said' } });
    },
  ],
  [
    'a thrown object is no error',
    () => {
      throw { text: 'The minister said' };
    },
  ],
  [
    'a cause carries words too',
    () => {
      throw new Error('The minister', { cause: new Error('said') });
    },
  ],
])('%s: none of it is logged', (_, fail) => {
  const { observe, text, lines } = open();
  try {
    fail();
  } catch (cause) {
    observe({ kind: 'failed', code: 'UNEXPECTED', id: 'r1', cause });
    observe({ kind: 'trouble', what: 'a page could not be made', cause });
  }
  expect(lines()).toHaveLength(2);
  expect(text()).not.toMatch(/minister|said/);
});

test('what cannot even be looked at is told as just that', () => {
  const { observe, lines } = open();
  const cause = new Proxy(new Error('x'), {
    get() {
      throw new Error('The minister said');
    },
  });
  expect(() => observe({ kind: 'trouble', what: 'backup failed', cause })).not.toThrow();
  expect(() => observe({ kind: 'briefed', id: 'r', engine: 'e', points: -9, withheld: 0, ms: 1 })).not.toThrow();
  expect(lines()).toMatchObject([
    { level: 'error', msg: 'a happening could not be told', kind: 'trouble' },
    { level: 'error', msg: 'a happening could not be told', kind: 'briefed' },
  ]);
});

/** What a reader could recognise, should it come out. */
const ARTICLE = 'Zwölf Minister sagten: “harbour bridge hangers crack”';
const words = fc.constantFrom(ARTICLE, `How many hangers crack?\n at x`, ...SECRETS.map(([, secret]) => secret));
const hostile = fc.oneof(
  words,
  fc.tuple(fc.string(), words, fc.string()).map((parts) => parts.join(' ')),
);
const error = hostile.chain((text) =>
  fc.constantFrom<unknown>(
    new Error(text),
    new TypeError(text, { cause: new Error(text) }),
    new Problem('UNREACHABLE', text),
    Object.assign(new Error(text), { code: text, name: text, detail: text, query: text }),
    Object.assign(new Error('x'), { stack: `Error: x\n    at ${text} (file:///a.ts:1:1)` }),
    new AggregateError([new Error(text)], text),
    { message: text },
    [text],
    null,
    undefined,
  ),
);
const id = fc.stringMatching(/^[\w-]{16,40}$/);
const code = fc.constantFrom<ProblemCode | 'UNEXPECTED'>('UNEXPECTED', 'PAYWALLED', 'UNREACHABLE');
const platform = fc.constantFrom('console', 'slack', 'discord');
const amount = fc.oneof(fc.nat(), fc.double(), fc.constantFrom(-1, Number.NaN, Number.POSITIVE_INFINITY));
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('failed' as const), code, id, cause: error }),
  fc.record({ kind: fc.constant('trouble' as const), what: fc.constant('backup failed'), cause: error }),
  fc.record({
    ...{ kind: fc.constant('briefed' as const), id, engine: fc.constant('extractive') },
    ...{ points: amount, withheld: amount, ms: amount },
  }),
  fc.record({ kind: fc.constant('answered' as const), id, found: fc.boolean(), ms: amount }),
  fc.record({ kind: fc.constant('asked' as const), platform, command: fc.constantFrom('brief', 'ask'), id }),
  fc.record({
    ...{ kind: fc.constant('delivered' as const), platform },
    how: fc.constantFrom('post' as const, 'edit' as const, 'found' as const),
  }),
  fc.record({ kind: fc.constant('undelivered' as const), platform, code, id, willRetry: fc.boolean() }),
  fc.record({ kind: fc.constant('buried' as const), id, reason: fc.constant('every attempt failed') }),
  fc.record({
    ...{ kind: fc.constant('kept-house' as const), count: amount },
    what: fc.constantFrom('backup' as const, 'retention' as const, 'erasure' as const),
  }),
);

test('whatever happens, nothing throws, every line can be read, and no secret, article or question comes out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 12 }), fc.boolean(), async (happenings, isTTY) => {
      const { observe, text, lines, metrics } = open('trace', isTTY);
      for (const one of happenings) observe(one);
      if (!isTTY) expect(lines()).toHaveLength(happenings.length);
      const told = `${text()}${await metrics.text()}`;
      readExposition(await metrics.text());
      for (const planted of ['Minister', 'hangers', ...SECRETS.map(([, secret]) => secret)])
        expect(told).not.toContain(planted);
    }),
    { numRuns: 300 },
  );
});
