import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  ['Merchants say feed oats are as scarce as lamps.', 'merchants', 'feed oats are as scarce as lamps'],
  [
    'Ana Ruiz, a welder, told the inquiry planks on the pier had been painted.',
    'Ana Ruiz',
    'the inquiry planks on the pier had been painted',
  ],
  ['The port praised a stall that keepers said could last all week.', 'keepers', 'could last all week'],
])('a clause that the phrases do not show is found in the tree: %s', (text, name, words) => {
  expect(statementsOf(text)).toMatchObject([{ name, said: [words] }]);
});

test.each(['The firm said, which was new, on Friday.', 'A lamp said to be older than the pier was sold.'])(
  'no clause of the saying is read: %s',
  (text) => {
    expect(statementsOf(text)).toEqual([]);
  },
);
