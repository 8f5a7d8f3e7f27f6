import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { withinTime } from '#read/within-time.ts';

test('gives what the work gives', () => {
  expect(withinTime(() => [1, 2], 1_000, 'counting')).toEqual([1, 2]);
  expect(withinTime(() => undefined, 1_000, 'nothing')).toBeUndefined();
});

test('stops an endless loop', () => {
  const endless = (): never => {
    for (;;);
  };
  expect(() => withinTime(endless, 50, 'looping')).toThrow(expect.objectContaining({ code: 'TOO_SLOW' }));
});

test('stops a regular expression in the middle', () => {
  const trap = (): boolean => /^(a+)+$/.test(`${'a'.repeat(60)}b`);
  expect(() => withinTime(trap, 50, 'matching')).toThrow(expect.objectContaining({ code: 'TOO_SLOW' }));
});

test('makes a Problem of a stack that overflows', () => {
  const deeper = (depth: number): number => 1 + deeper(depth + 1);
  expect(() => withinTime(() => deeper(0), 2_000, 'digging')).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
});

test('lets the failures of the work through, and works again after each', () => {
  const failure = new Problem('PAYWALLED', 'no further');
  const fail = (): never => {
    throw failure;
  };
  expect(() => withinTime(fail, 1_000, 'failing')).toThrow(failure);
  expect(withinTime(() => 'next', 1_000, 'working')).toBe('next');
});

test('can be used inside itself', () => {
  expect(withinTime(() => withinTime(() => 1, 500, 'inner') + 1, 1_000, 'outer')).toBe(2);
});
