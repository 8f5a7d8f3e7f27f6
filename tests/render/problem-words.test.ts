import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { problemWords } from '#render/problem-words.ts';

test('every failure says what happened, the fact behind it and what to do, in one line', () => {
  const source = readFileSync(path.join(import.meta.dirname, '../../src/core/problem.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(15);
  for (const code of codes) {
    const problem = Object.assign(new Problem('NOT_FOUND', 'the fact'), { code });
    expect(problemWords(problem)).toMatch(/^[A-Z][^\n]+\. \(the fact\) [A-Z][^\n]+\.$/);
  }
});

test('says how long to wait where the site said so', () => {
  const words = (retryAfterMs: number) =>
    problemWords(new Problem('RATE_LIMITED', 'example.org answered 429', { retryAfterMs }));
  expect(words(90_500)).toMatch(/Try again later\. It asks for a pause of 91 s\.$/);
  expect(words(3_600_000)).toMatch(/ a pause of 60 min\.$/);
});

test('a fact of a megabyte is told in a line', () => {
  expect(problemWords(new Problem('NOT_FOUND', 'a'.repeat(1_000_000))).length).toBeLessThan(600);
});

test('a service that is away is told by its name, and only the model’s remedy is another engine', () => {
  const slack = problemWords(new Problem('SERVICE_UNAVAILABLE', 'Slack answered 503', { service: 'Slack' }));
  expect(slack).toMatch(/^Slack does not answer as it should\. \(Slack answered 503\) Check .*SLACK_API_URL/);
  expect(slack).not.toContain('engine');
  expect(problemWords(new Problem('SERVICE_UNAVAILABLE', 'no model'))).toContain('extractive engine');
});

test('settings are all told, however many are wrong', () => {
  const faults = Array.from({ length: 20 }, (_, at) => `SETTING_${at}: is missing, and without it there is nothing`);
  expect(problemWords(new Problem('BAD_SETTINGS', faults.join('; ')))).toContain('SETTING_19');
});
