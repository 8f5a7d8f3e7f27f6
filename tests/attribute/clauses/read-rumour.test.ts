import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  [
    'The lawyers have reportedly written to the league asking for an inquiry.',
    ['The lawyers have', 'written to the league asking for an inquiry'],
    'reportedly',
  ],
  ['The square is filling up with a film that supposedly shows a thief.', ['a film', 'shows a thief'], 'supposedly'],
  [
    'The next tram, a model named Swift, has reportedly been delayed.',
    ['The next tram, a model named Swift, has', 'been delayed'],
    'reportedly',
  ],
])('a rumour is nobody’s: %s', (text, said, hedge) => {
  expect(statementsOf(text)).toMatchObject([{ kind: 'unstated', said, hedge }]);
});

test('a rumour beside what somebody says is found, and one in what is said is no second statement', () => {
  expect(
    statementsOf('Orla Venn said the hall was safe; the roof had reportedly leaked for years.').map(
      ({ kind, said }) => [kind, said.join(' ')],
    ),
  ).toEqual([
    ['person', 'the hall was safe'],
    ['unstated', 'the roof had leaked for years'],
  ]);
  expect(statementsOf('Orla Venn said the roof had reportedly leaked for years.')).toHaveLength(1);
});
