import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const all = (text: string) =>
  statementsOf(text).map(({ name, said, hedge, stance }) => ({ name, said, hedge, stance }));

test('a rumour with a word between its verbs', () => {
  const [one] = all('Her brother, Edmund Weir, is also rumoured to be on his way out.');
  expect(one).toMatchObject({ name: 'unstated', hedge: 'is also rumoured to' });
});

test('what is expected is a subject with all its words, and no other clause', () => {
  const [one] = all('His departure is widely expected, and the mayor has not named another.');
  expect(one).toMatchObject({ name: 'unstated', said: ['His departure'], hedge: 'is widely expected' });
  const [other] = all('A decision on whether to sell the mill is expected in the autumn.');
  expect(other?.said).toEqual(['A decision on whether to sell the mill', 'in the autumn']);
});

test.each([
  ['Ana Ruiz rang back to say that no lamp had been lit.', 'no lamp had been lit', 'asserts'],
  ['Ana Ruiz opened the app Lumo to deny that she had thrown the match.', 'she had thrown the match', 'denies'],
  ['Ana Ruiz used the speech to argue that lamps are good.', 'lamps are good', 'asserts'],
])('who does something to say a thing has said it: %s', (text, said, stance) => {
  expect(all(text)).toEqual([expect.objectContaining({ name: 'Ana Ruiz', said: [said], stance })]);
});

test('who wants or is about to say a thing has not said it', () => {
  expect(all('Ana Ruiz wanted to say that lamps are good.')).toEqual([]);
  expect(all('Ana Ruiz will use the speech to argue that lamps are good.')).toEqual([]);
});

test('calls that are not returned, and bodies that dispute', () => {
  expect(all('Her agent, Milo Sand, did not return three calls.')[0]).toMatchObject({
    name: 'Milo Sand',
    stance: 'declines',
  });
  const [one] = statementsOf('The coast guard disputes that figure.');
  expect(one).toMatchObject({ name: 'the coast guard', kind: 'organization', stance: 'denies' });
});
