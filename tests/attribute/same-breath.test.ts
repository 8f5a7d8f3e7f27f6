import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const told = (text: string) => statementsOf(text).map(({ name, verb, said }) => [name, verb, said.join(' … ')]);

test.each([
  [
    'The agent’s camp fights back. The union said no vote was held. A second source insisted that nothing was signed. “People are too quick,” they said.',
    ['a second source', 'say', 'People are too quick,'],
  ],
  ['Zarka said the gate was shut. “I saw it,” he said.', ['Zarka', 'say', 'I saw it,']],
  [
    'Sefa Oren, the deputy minister, dismissed this.\n\nA resident told World Desk that shelling had gone on. Cars had passed “seven times”, she said, adding that the road was lost.',
    ['a resident', 'add', 'the road was lost'],
  ],
])('a pronoun means whoever has just spoken: %s', (text, expected) => {
  expect(told(text).at(-1)).toEqual(expected);
});

test('a word that only tells of the next name is not whom “it” means', () => {
  const text =
    'The independent Vallish website Aksel put the toll at 11. It quoted a doctor at the mill as saying that the beds were full.';
  expect(statementsOf(text).at(-1)).toMatchObject({ name: 'a doctor at the mill', via: ['Aksel'] });
});

test('a station that is one word ending in capitals is an outlet', () => {
  expect(statementsOf('“The poles are down,” the director, Gwen Tully, told BayFM.')).toMatchObject([
    { name: 'Gwen Tully', via: ['BayFM'] },
  ]);
});

test.each([
  [
    'Under the truce, which was brokered by Rasta, both armies agreed to keep away from the line.',
    ['both armies', 'agree', 'to keep away from the line'],
  ],
  [
    'That means, the authors write, that it would have been lost “with or without grass”.',
    ['the authors', 'write', 'That means … that it would have been lost “with or without grass”'],
  ],
  [
    'Lena Holt said her group had tested for that and found “nothing worth a line”.',
    ['Lena Holt', 'say', 'her group had tested for that and found “nothing worth a line”'],
  ],
  [
    'Ana Ruiz said the theft came to light when the society’s clerk, Pia Lund, asked the bank for a copy.',
    ['Ana Ruiz', 'say', 'the theft came to light when the society’s clerk, Pia Lund, asked the bank for a copy'],
  ],
])('all of what is said, and no more: %s', (text, expected) => {
  expect(told(text)).toEqual([expected]);
});

test.each([
  ['Symptoms can take weeks to appear, the leaflet says.', null],
  ['The clerk said a figure had appeared in a draft.', null],
  ['The clerk said the figure appeared to be wrong.', 'appeared'],
  ['Ravi Menon said it was possible that some of it was lost.', 'it was possible'],
])('what comes into sight is not in doubt, what is possible is: %s', (text, hedge) => {
  expect(statementsOf(text)).toMatchObject([{ hedge }]);
});
