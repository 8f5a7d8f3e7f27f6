import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  [
    'The lawyers have reportedly written to the league asking for an inquiry.',
    ['The lawyers have', 'written to the league asking for an inquiry'],
    'reportedly',
  ],
  ['The square is filling up with a film that supposedly shows a thief.', ['a film', 'shows a thief'], 'supposedly'],
])('a rumour is nobody’s: %s', (text, said, hedge) => {
  expect(statementsOf(text)).toMatchObject([{ kind: 'unstated', said, hedge }]);
});
