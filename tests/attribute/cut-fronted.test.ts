/** What somebody says in the clause that a sentence begins with ends where the sentence's own clause begins. */
import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test.each([
  ['Because the study shows that pumps failed, towns should build weirs.', 'the study', 'pumps failed'],
  [
    'Although Lena Orr said that, in the end, she was ill, she came to the mill.',
    'Lena Orr',
    'in the end, she was ill',
  ],
  [
    'When Lena Orr told the court that she had seen the man, her brother and the dog, the judge smiled.',
    'Lena Orr',
    'she had seen the man, her brother and the dog',
  ],
  ['Even though the ministry said it had no money, the town built the weir.', 'the ministry', 'it had no money'],
])('%s', (text, name, words) => {
  const [one] = statementsOf(text);
  expect(one).toMatchObject({ name, said: [words] });
});

test('a condition is no statement', () => {
  expect(
    statementsOf('If the report finds that he lied, he will go. Unless Lena Orr says that she paid, nobody will.'),
  ).toEqual([]);
});

test('what is said after the comma is said', () => {
  const [one] = statementsOf('After the rain, Lena Orr said that the weir was safe, and that the road was open.');
  expect(one).toMatchObject({ name: 'Lena Orr', said: ['the weir was safe, and that the road was open'] });
});

test('a participle behind an article describes a noun', () => {
  expect(statementsOf('The mill made an estimated 7 million crowns. Its claimed success was small.')).toEqual([]);
});

test('so does what is said inside a clause that a sentence begins with', () => {
  const [one] = statementsOf(
    'If we hear the plan well when Lena Orr says she means to wait, it would seem as if the mill is to be sold.',
  );
  expect(one).toMatchObject({ name: 'Lena Orr', said: ['she means to wait'] });
});

test.each([
  'Lena Orr figures to win in the north. What’s more, she figures prominently in the ledger.',
  'The mill will pay for the weir — assuming a wet autumn, considering its age.',
])('nobody says anything by %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});
