/** Denials by other words than “deny”, and what only looks like one. */
import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const DENIED: readonly (readonly [text: string, said: string])[] = [
  ['Harriet Lund poured scorn on claims that the ferry had been sold.', 'the ferry had been sold'],
  ['Harriet Lund swore that she had never met the surveyor.', 'never met the surveyor'],
  ['Asked whether she had sold the ferry, Harriet Lund said: “Never. I was in bed.”', 'Never'],
];

test.each(DENIED)('%s', (text, said) => {
  const found = statementsOf(text).filter((one) => one.said.some((words) => words.includes(said)));
  expect(found.map(({ stance }) => stance)).toEqual(['denies']);
});

const NOT_DENIED = [
  'Harriet Lund poured tea on the lawn and said that the ferry had been sold.',
  'Harriet Lund swore that she would sell the ferry.',
  'Asked when she had sold the ferry, Harriet Lund said: “In May. I was in bed.”',
];

test.each(NOT_DENIED)('%s', (text) => {
  const found = statementsOf(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(({ stance }) => stance)).not.toContain('denies');
});
