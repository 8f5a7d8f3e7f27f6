import { expect, test } from 'vitest';
import type { ProblemCode } from '#core/problem.ts';
import { fetchPage } from '#read/fetch-page.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, servePage } from './serve.ts';

const allow = loopback;
const DATE = 'Mon, 02 Mar 2026 10:00:00 GMT';

const CASES: readonly (readonly [number, ProblemCode])[] = [
  [400, 'UNREACHABLE'],
  [401, 'FORBIDDEN'],
  [402, 'PAYWALLED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [405, 'FORBIDDEN'],
  [406, 'FORBIDDEN'],
  [410, 'NOT_FOUND'],
  [418, 'FORBIDDEN'],
  [429, 'RATE_LIMITED'],
  [451, 'FORBIDDEN'],
  [500, 'UNREACHABLE'],
  [502, 'UNREACHABLE'],
  [503, 'UNREACHABLE'],
  [504, 'UNREACHABLE'],
  [999, 'FORBIDDEN'],
];

test.each(CASES)('status %i is %s', async (status, code) => {
  const site = await servePage('<p>words about the failure', {}, status);
  const problem = await expectProblem(fetchPage(site.origin, { allow }), code);
  expect(problem.message).toContain(`answered ${status}`);
  expect(problem.retryAfterMs).toBeNull();
  await site.quiet();
});

test.each([
  [200, { 'x-amzn-waf-action': 'challenge' }],
  [202, { 'x-amzn-waf-action': 'challenge' }],
  [403, { 'cf-mitigated': 'challenge' }],
  [405, { 'x-amzn-waf-action': 'captcha' }],
  [429, { 'cf-mitigated': 'challenge' }],
  [503, { 'cf-mitigated': 'challenge' }],
])('a bot check under status %i is a wall, not a page', async (status, headers) => {
  const site = await servePage('<p>are you a person?', headers, status);
  await expectProblem(fetchPage(site.origin, { allow }), 'FORBIDDEN');
});

const WAITS: readonly (readonly [string, number | null])[] = [
  ['120', 120_000],
  [' 120 ', 120_000],
  ['0', 0],
  ['99999999', 604_800_000],
  ['Mon, 02 Mar 2026 10:05:00 GMT', 300_000],
  ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
  ['Mon, 02 Mar 2099 09:00:00 GMT', 604_800_000],
  ['soon', null],
  ['', null],
  ['1'.repeat(400), null],
];

test.each(WAITS)('retry-after “%s” gives %s ms', async (value, wait) => {
  for (const status of [429, 503]) {
    const site = await servePage('', { 'retry-after': value, date: DATE }, status);
    const problem = await expectProblem(
      fetchPage(site.origin, { allow }),
      status === 429 ? 'RATE_LIMITED' : 'UNREACHABLE',
    );
    expect(problem.retryAfterMs).toBe(wait);
  }
});
