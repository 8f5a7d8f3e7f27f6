import { expect, test } from 'vitest';
import { lastIn, statementsOf } from './statements-of.ts';

test('the words that spell out a denial deny too', () => {
  const found = statementsOf('The Harbour Ministry denied the claim. “No crane was moved,” it said.');
  expect(found.map(({ stance }) => stance)).toEqual(['denies', 'denies']);
});

test('what the same source says after a denial without a “no” is asserted', () => {
  const found = statementsOf('The Harbour Ministry denied the claim. “The cranes work,” it said.');
  expect(found.at(-1)?.stance).toBe('asserts');
});

test('another source’s “no” is not a denial of the first', () => {
  const found = statementsOf('The Harbour Ministry denied the claim. “Nobody believes it,” said Ana Ruiz.');
  expect(found.at(-1)).toMatchObject({ name: 'Ana Ruiz', stance: 'asserts' });
});

test.each(['Ana Ruiz said no such letter had reached her.', 'Ana Ruiz called the account “wildly false”.'])(
  'a rebuttal denies: %s',
  (text) => {
    expect(statementsOf(text)[0]?.stance).toBe('denies');
  },
);

test('who could not be reached for comment declines', () => {
  expect(statementsOf('The owners of the mill could not be reached for comment.')[0]?.stance).toBe('declines');
});

test.each([
  ['The port denied that.', 'denies', 'that'],
  ['Ana Ruiz rejected that.', 'denies', 'that'],
  ['Police declined to put a value on the lamps.', 'declines', 'to put a value on the lamps'],
  ['Ana Ruiz would not talk about keepers.', 'declines', 'about keepers'],
  ['Ana Ruiz said the port “does not comment on rumours.”', 'declines', 'the port “does not comment on rumours.”'],
])('denies or declines, in however few words: %s', (text, stance, words) => {
  expect(statementsOf(text)).toMatchObject([{ stance, said: [words] }]);
});

test.each([
  'His lawyer said his client “denies every charge”.',
  'Her lawyers say she denies the charges.',
  'Orle Motors said there was no truth in the report.',
  'Orle Motors insisted it had done nothing wrong.',
  'The mayor brushed aside suggestions that she would go.',
  'The mayor rubbished the report.',
])('a denial in so many words: %s', (text) => {
  expect(lastIn(text)?.stance).toBe('denies');
});

test('what others deny is told, and denied by no teller', () => {
  expect(lastIn('The reporter said the mayor denied it.')?.name).toBe('the mayor');
  expect(statementsOf('The reporter said the mayor denied it.')[0]?.stance).toBe('asserts');
});
