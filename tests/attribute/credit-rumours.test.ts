import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test('what is expected is what its teller says, with the hedge', () => {
  expect(statementsOf('Work is expected to start in May, the council said.')).toMatchObject([
    { name: 'the council', hedge: 'is expected to', said: ['Work is expected to start in May'] },
  ]);
});

test('a rumour inside what somebody says of something else stays on its own', () => {
  const found = statementsOf('The toll, which is expected to rise, was 11, officials said.');
  expect(found.map(({ name, hedge }) => [name, hedge])).toEqual([
    ['unstated', 'is expected to'],
    ['officials', null],
  ]);
});
