import { expect, test } from 'vitest';
import { lastIn, statementsOf } from './statements-of.ts';

test.each([
  [
    'Ana Ruiz Calls Out Jan Holt For Backing Down From A Fight.\n\nRuiz said on Tuesday that the gate was shut.',
    'Ana Ruiz',
  ],
  ['Ana Ruiz Says Lamp Prices Hurt Keim.\n\nIt was late. Ruiz said on Tuesday that the gate was shut.', 'Ana Ruiz'],
  ['The gate is shut. The Ana Ruiz Centre For Girls said it was glad.', 'Ana Ruiz Centre For Girls'],
])('a heading is no part of a name: %s', (text, name) => {
  expect(lastIn(text)?.name).toBe(name);
});

test.each([
  ['“It is too late,” said a New Keim Republican, who asked not to be named.', 'a New Keim Republican', false],
  ['“It is too late,” another East Vale Democrat added.', 'another East Vale Democrat', false],
  ['The Republican National Committee said it was too late.', 'Republican National Committee', true],
  ['“It is too late,” said Democrat Jan Holt.', 'Jan Holt', true],
])('whoever belongs to a party is not named by that: %s', (text, name, named) => {
  expect(lastIn(text)).toMatchObject({ name, named });
});

test.each([
  ['Faisal al-Harun, the minister, said it was late. Mr Harun said the ship was gone.', 'Faisal al-Harun'],
  ['Faisal al-Harun, the minister, said it was late. Mr Harlan said the ship was gone.', 'Harlan'],
])('a surname stands without its article too: %s', (text, name) => {
  expect(lastIn(text)?.name).toBe(name);
});

test.each([
  ['Petra Holm told the Vale Herald’s editorial board that she would go.', ['Vale Herald']],
  ['Petra Holm told the Vale Herald’s board that she would go.', []],
  ['“It is over,” Ana Ruiz told the Vale Herald then.\n\nThe bridge is weak, Ruiz said.', []],
  ['“It is over,” Ana Ruiz told the Vale Herald.\n\nThe bridge is weak, Ruiz said.', ['Vale Herald']],
])('through whom: %s', (text, via) => {
  expect(lastIn(text)?.via).toEqual(via);
});

test.each([
  'Holm leads by roughly 270 pledged votes as the season ends.',
  'A new policy leaves the towns alone. A policy fails, and they find themselves in the dark.',
])('nobody said: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test('what somebody only means is not said of it, and what they call it is', () => {
  expect(statementsOf('“We need calm,” Ana Ruiz said, referring to the baker.')).toHaveLength(1);
  expect(lastIn('Ana Ruiz referred to the plan as a trap.')?.said).toEqual(['the plan as a trap']);
  expect(lastIn('Of those who took it, 12 reported headaches.')).toBeDefined();
});

test.each([
  ['Jan Holt denied the theft but was found guilty and sentenced.', ['the theft']],
  ['Jan Holt denied lying and was freed.', ['lying']],
  [
    'Jan Holt denied reports of a strike that was called and had ended.',
    ['reports of a strike that was called and had ended'],
  ],
])('what became of them is no part of what they denied: %s', (text, said) => {
  expect(lastIn(text)?.said).toEqual(said);
});

test('who has spoken in a sentence is who “he” is in it', () => {
  const before = 'Attorney General Roy Tarn called for the films, saying that they bring peace.\n\n';
  const text = `${before}Kerr Putney, the police chief, said that the film did not give sure evidence, but he said that it helped.`;
  expect(lastIn(text)?.name).toBe('Kerr Putney');
});

test('“that according to” begins what a paper tells, and does not take whoever says it', () => {
  const told = statementsOf('Win Hale said on Tuesday that according to the memo, the mill was sold.');
  expect(told.map(({ name, said }) => [name, said.at(-1)])).toEqual([
    ['Win Hale', 'according to the memo, the mill was sold'],
    ['the memo', 'the mill was sold'],
  ]);
});

test('a capital inside a sentence is the name’s own', () => {
  expect(lastIn('The mill was sold, according to Lamps magazine.')?.name).toBe('Lamps magazine');
  expect(lastIn('It was late. Officials here said it rained.')?.name).toBe('officials');
});

test('“the South Vale Republican” is who was told of, where nobody else was called so', () => {
  const text = 'Sen. Jan Holt came.\n\n“We won,” said Holt.\n\nThe South Vale Republican said it was late.';
  expect(lastIn(text)?.name).toBe('Jan Holt');
  expect(lastIn('The pier fell. Nobody spoke. The South Vale Republican said it was late.')?.named).toBe(false);
});

test('a woman’s first name is not given to “Mr”, and a man’s may be', () => {
  const said = 'Later the first lady, Michelle Holm, sang. “It is late,” Mr. Holm said.';
  expect(lastIn(`President Holm came. Mr. Holm said it was early. ${said}`)?.name).toBe('Holm');
  expect(lastIn('Mr. Holm came. Later Peter Holm sang. “It is late,” Mr. Holm said.')?.name).toBe('Peter Holm');
});
