import { expect, test } from 'vitest';
import { statementsOf, toldIn } from './statements-of.ts';

test('claims over which a firm is looked into are not the firm’s', () => {
  const text =
    'Regulators have opened an inquiry into carmaker Voltra over claims that it makes its rivals pay more, the commission said.';
  expect(statementsOf(text).map(({ name }) => name)).toEqual(['the commission']);
});

test.each([
  [
    'About 200 people stood outside the courthouse. Organizers put the crowd at 500.',
    ['organizers', 'put', 'asserts', 'the crowd at 500'],
  ],
  [
    'Classmates at Mercer East High School described the boy as quiet.',
    ['classmates at Mercer East High School', 'describe', 'asserts', 'the boy as quiet'],
  ],
  [
    'The minister’s team hit back at that suggestion on Monday, and went home.',
    ['the minister’s team', 'hit back', 'denies', 'that suggestion'],
  ],
  [
    'The minister’s team called the idea “paranoid rubbish”.',
    ['the minister’s team', 'call', 'denies', 'the idea “paranoid rubbish”'],
  ],
  [
    'Rumours that pilots will join the strike were dismissed by their association as “wishful thinking”.',
    ['their association', 'dismiss', 'denies', 'Rumours that pilots will join the strike'],
  ],
  [
    'The harbour board has insisted that the pilot has its full trust, after leaked messages put him in a bad light.',
    ['the harbour board', 'insist', 'asserts', 'the pilot has its full trust'],
  ],
])('%s', (text, expected) => {
  expect(toldIn(text)[0]).toEqual(expected);
});

test('what is told by phone of a shelling is told', () => {
  const text = 'A resident of the village told World Desk by phone that shelling had gone on for two hours.';
  expect(toldIn(text)).toEqual([
    ['a resident of the village', 'tell', 'asserts', 'shelling had gone on for two hours'],
  ]);
});

test('what a board rejects by its decision is no denial of the board’s', () => {
  expect(statementsOf('The offer was rejected by the commission as too low.')).toEqual([]);
});

test.each([
  ['“We all said worse,” Sir Peter Holt told the Today show.', ['Today']],
  ['It was the union that had left the room, Grant Sellers told Sky 7.', ['Sky 7']],
  ['It was the union that had left the room, Grant Sellers told 7 reporters.', []],
])('shows and numbered stations are outlets: %s', (text, via) => {
  expect(statementsOf(text)).toMatchObject([{ via }]);
});
