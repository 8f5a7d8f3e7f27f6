import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  [
    'Critics say the pier was sold in haste, a charge the harbour minister has repeatedly denied.',
    'the pier was sold in haste',
  ],
  ['Olga Marek complained that the yard is loud, a charge the council denies.', 'the yard is loud'],
  ['Olga Marek alleged that the scouts were ignored, something the club flatly rejects.', 'the scouts were ignored'],
  ['A guest wrote that “the soup was cold,” which the owner denies.', '“the soup was cold,”'],
])('what is denied behind a comma is what was said before it: %s', (text, words) => {
  const told = statementsOf(text);
  expect(told.map(({ stance }) => stance).toSorted()).toEqual(['asserts', 'denies']);
  expect(told.map(({ said }) => said)).toEqual([[words], [words]]);
});

test('who denies may be named behind a role', () => {
  const text =
    'Olga Marek claims that the gate was locked, an accusation that the director, Anna Dorn, has always denied.';
  expect(statementsOf(text).find(({ stance }) => stance === 'denies')).toMatchObject({
    name: 'Anna Dorn',
    verb: 'deny',
  });
});

test('a denial of something else splits nothing', () => {
  const [one, ...more] = statementsOf('Olga Marek says the firm, which denies guilt in two suits, will sell the pier.');
  expect(one).toMatchObject({ name: 'Olga Marek', stance: 'asserts' });
  expect(more.every(({ stance }) => stance !== 'denies' || one?.said.length === 1)).toBe(true);
});

test.each([
  ['On Monday Olga Marek denied having met him.', 'having met him'],
  ['Olga Marek, a former clerk, has denied ever seeing the file.', 'seeing the file'],
])('what somebody denies having done: %s', (text, words) => {
  expect(statementsOf(text)).toMatchObject([{ name: 'Olga Marek', said: [words], stance: 'denies' }]);
});
