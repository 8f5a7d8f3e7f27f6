/** What stands before a cue and only says when, why or unlike what is not what somebody said. */
import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test.each([
  'Unlike mills that need a river, the clerk learns by walking.',
  'If you like eggs, Lena Orr recommends having one a day.',
  'Despite that, according to Lena Orr, the weir holds.',
])('%s', (text) => {
  expect(
    statementsOf(text)
      .map(({ said }) => said.join(' '))
      .filter((said) => /^(?:Unlike|If|Despite)/.test(said)),
  ).toEqual([]);
});

test.each([
  ['If it rains, the mill stops, Lena Orr said.', 'If it rains, the mill stops'],
  ['When it rains the mill stops, Lena Orr said.', 'When it rains the mill stops'],
  ['Since 1992 the weir has sunk by a metre, Lena Orr said.', 'Since 1992 the weir has sunk by a metre'],
])('a clause of its own follows: %s', (text, said) => {
  expect(statementsOf(text)).toMatchObject([{ name: 'Lena Orr', said: [said] }]);
});
