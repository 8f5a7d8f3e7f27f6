/** Words that may be a cue, in places where they are none. */
import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const names = (text: string) => statementsOf(text).map(({ name }) => name);

test('behind an adjective without a noun stands the noun', () => {
  expect(names('It is one of the main reasons the weir broke. One of the primary challenges we face is rain.')).toEqual(
    [],
  );
  expect(names('The main claims he made about the weir were false.')).toEqual([]);
  expect(names('The new report claims the weir is sound.')).toEqual(['the new report']);
});

test('who told a figure is not what was said', () => {
  const all = statementsOf('According to Weirwatch, 48% of millers said the main reason for the fall is the weir.');
  expect(all.map(({ said }) => said.join(' ')).filter((said) => said.startsWith('According'))).toEqual([]);
  expect(all.map(({ name }) => name)).toContain('Weirwatch');
});

test('what the source did next is no part of what they denied', () => {
  const [one] = statementsOf('The owner, Lena Orr, denied any wrongdoing and defended the price of flour.');
  expect(one).toMatchObject({ name: 'Lena Orr', stance: 'denies', said: ['any wrongdoing'] });
  const [other] = statementsOf('Lena Orr denied claims that she lied and cheated.');
  expect(other?.said).toEqual(['claims that she lied and cheated']);
});

test('a year is no statement, and whoever did not get far did not decline', () => {
  expect(names('These are some of the largest mill sales announced in October 2025.')).toEqual([]);
  expect(names('Most pupils didn’t reach enough of the book to learn much.')).toEqual([]);
  expect(statementsOf('The minister could not be reached for comment.')).toMatchObject([{ stance: 'declines' }]);
});
