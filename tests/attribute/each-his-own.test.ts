import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const who = (text: string) =>
  statementsOf(text)
    .filter(({ confidence }) => confidence >= 0.5)
    .map(({ name, said, via }) => `${[name, ...via].join(' via ')}: ${said.join(' … ')}`);

test.each([
  [
    'The union put the loss at 400 jobs, the hospital at 250.',
    ['the union: the loss at 400 jobs, the hospital at 250'],
  ],
  [
    'The union put the number of posts lost at 400, the hospital at 250.',
    ['the union: the number of posts lost at 400', 'the hospital: the number of posts lost … at 250'],
  ],
  [
    'Organisers estimated the crowd at 9,000 and police at about 2,000.',
    ['organisers: the crowd at 9,000', 'police: the crowd … at about 2,000'],
  ],
  [
    'Police said 12 people were hurt, the hospital 17.',
    ['police: 12 people were hurt', 'the hospital: people were hurt … 17'],
  ],
  ['Police said 12 people were hurt; the hospital said 17.', ['police: 12 people were hurt', 'the hospital: 17']],
  [
    'Damage of £18m, by Gable Mutual’s count; Ida Tolliver said £25m.',
    ['Gable Mutual: Damage of £18m', 'Ida Tolliver: £25m'],
  ],
])('two figures of two mouths: %s', (text, expected) => {
  expect(who(text)).toEqual(expected);
});

test.each([
  ['Coach Ana Holm said Ruiz scored 30 points, Lund 45.', ['Ana Holm: Ruiz scored 30 points, Lund 45']],
  ['The dealer put the clock at 400, the lamp at 250.', ['the dealer: the clock at 400, the lamp at 250']],
  ['Police said 12 people were held, one of them 17.', ['police: 12 people were held, one of them 17']],
  [
    'The mayor said 30 roads were shut on Monday, 45 on Tuesday.',
    ['the mayor: 30 roads were shut on Monday, 45 on Tuesday'],
  ],
  ['The deals were announced in October 2025.', []],
])('two figures of one mouth: %s', (text, expected) => {
  expect(who(text)).toEqual(expected);
});

test.each([
  [
    'The Harbour Gazette quoted a clerk as having asked whether the ledgers were burned.',
    'a clerk via The Harbour Gazette: whether the ledgers were burned',
  ],
  [
    'The Harbour Gazette quoted a clerk as having told the board that the ledgers were burned.',
    'a clerk via The Harbour Gazette: the ledgers were burned',
  ],
  ['Anna Pell, the mayor, quoted a driver as telling her that the brakes were soft.', 'a driver: the brakes were soft'],
  [
    'The Harbour Gazette quoted the mayor, Anna Pell, as complaining that nobody rang.',
    'Anna Pell via The Harbour Gazette: nobody rang',
  ],
  ['The report described the clerk as having asked too much.', 'the report: the clerk as having asked too much'],
])('whoever is quoted said it: %s', (text, expected) => {
  expect(who(text)).toEqual([expected]);
});
