import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

const namesIn = (text: string) => statementsOf(text).map(({ name }) => name);

test.each([
  ['Detective Inspector Ana Ruiz said the van was blue. The officer said it had been found.', 'Ana Ruiz'],
  ['Mrs Justice Holm said the pier was unsafe. The judge said it must close.', 'Holm'],
  ['It was signed by retired builder Piet Holm on Monday. The builder said the wreck was deep.', 'Piet Holm'],
])('a broader word, or a role right before a name, tells who is meant: %s', (text, name) => {
  expect(namesIn(text).at(-1)).toBe(name);
});

test.each([
  ['Ana Ruiz swam to the island on Monday. The two-term governor said the water was cold.', 'Ana Ruiz'],
  ['Piet Holm won the race. “It was close,” the former welder said.', 'Piet Holm'],
  ['Piet Holm won the race. The novelist said it was close.', 'Piet Holm'],
  ['Piet Holm waved to the crowd: the novelist said it was close.', 'Piet Holm'],
  ['Governor Ada Roe held the rate. Emil Kranz was against it. The governor said it was right.', 'Ada Roe'],
])('what somebody is besides is told of the one just named: %s', (text, name) => {
  expect(namesIn(text).at(-1)).toBe(name);
});

test.each([
  // Another task than any that is known of him.
  ['Piet Holm scored twice. The coach said it was a good night.', 'the coach'],
  // Two are told of.
  ['Piet Holm met Ana Ruiz, and Ruiz waved. A novelist was there too. The novelist said it was cold.', 'the novelist'],
  // Somebody else spoke since.
  ['Piet Holm waved. A guard said it was late. The novelist said it was cold.', 'the novelist'],
  // What she says tells of another one.
  ['Ana Ruiz said the novelist had told police that “the rope was cut”.', 'the novelist'],
  // A woman is no fisherman.
  ['Jane Holm left on Monday. The former fisherman said it was cold.', 'the former fisherman'],
  // The word stands behind a verb: it may be another one.
  ['Piet Holm waved. He told of a night on which the novelist said it was cold.', 'the novelist'],
])('nobody is named where another may be meant: %s', (text, name) => {
  expect(namesIn(text).at(-1)).toBe(name);
});

test('who has the role is not meant where another one is told of right before', () => {
  const text =
    '“It was late,” said Spanish director Ana Ruiz on Friday. The night was cold and the rain fell.\n\nPiet Holm, who shot the film in a week, went home. The director said he was tired.';
  expect(namesIn(text).at(-1)).toBe('the director');
});

test('what a sentence is told in gives nobody a role', () => {
  const [one] = statementsOf('In a letter to the prime minister, Ana Ruiz said that she would go.');
  expect(one).toMatchObject({ name: 'Ana Ruiz', role: null });
});

test('a role ends right before the name that it is of', () => {
  const text = 'She is the star witness against its founder, Piet Holm. The witness said she was ready.';
  expect(namesIn(text)).toEqual(['the witness']);
});

test.each([
  [
    'Orbis built the lock. Veltra runs the ferry.\n\nA spokesman for Veltra said it was safe. The firm refused to say more about the crash.',
    'Veltra',
  ],
  ['In a statement Veltra said the ferry was safe. The company said it would sail.', 'Veltra'],
  // Who spoke last, in the paragraph before.
  [
    'Orbis built the lock for the Veltra Tax Office.\n\nThe quay is old, according to the Veltra Tax Office.\n\nIt will hold, the agency said in June.',
    'Veltra Tax Office',
  ],
])('a paragraph’s only body is the one that is meant: %s', (text, name) => {
  expect(namesIn(text).at(-1)).toBe(name);
});

test('a body is called by the word that stands in its name', () => {
  const text = 'The Harbour Union called a strike.\n\nOrbis said it was sorry. The union said it would not wait.';
  expect(namesIn(text).at(-1)).toBe('Harbour Union');
});
