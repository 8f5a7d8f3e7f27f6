import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test('what is expected ends before whoever tells of it', () => {
  const said = statementsOf('Insurers expect claims of £6m to £8m, a person briefed on the early estimates said.');
  expect(said.map((one) => [one.name, one.said])).toEqual([
    ['a person briefed on the early estimates', ['Insurers expect claims of £6m to £8m']],
    ['insurers', ['claims of £6m to £8m']],
  ]);
});
