import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test('a bare surname means the namesake just named, also after it was used for the other', () => {
  const all = statementsOf(
    'Ana Holm, the mayor, said the pier would close. Mayor Holm left.\n\nHer brother, builder Piet Holm, said it would stay. “I own the pier,” Holm said.',
  );
  expect(all.at(-1)?.name).toBe('Piet Holm');
});

test('is unsure of a bare surname that might mean either of two', () => {
  const all = statementsOf(
    'Ana Holm said the pier would close. Ana Holm built it. Ana Holm left.\n\nHer brother, builder Piet Holm, was away.\n\nThe night was cold.\n\n“I own the pier,” Holm said.',
  );
  expect(all.at(-1)?.confidence).toBeLessThan(0.5);
});

test('“the company” and “it” inside what a spokesman says are the body that he speaks for', () => {
  const all = statementsOf(
    'The oil company Veltra left. A spokeswoman for Orbis said the company had warned that the pier was old.',
  );
  expect(all.map(({ name }) => name)).toEqual(['a spokeswoman for Orbis', 'Orbis']);
});

test('a refusal inside a refusal is one statement', () => {
  const all = statementsOf('The harbour trust lost the case. The trust said it could not comment on the ruling.');
  expect(all.map(({ name, stance }) => [name, stance])).toEqual([['the trust', 'declines']]);
});

test('what another source reports stands lower than the report', () => {
  const [outer, inner] = statementsOf('Ana Ruiz said the sailor had told police that “the rope was cut”.');
  expect(outer?.name).toBe('Ana Ruiz');
  expect(inner?.name).toBe('the sailor');
  expect(inner?.confidence).toBeLessThan(outer?.confidence ?? 0);
});

test('neither of two who would not say made a statement', () => {
  const [one] = statementsOf('Piet Holm met Ana Ruiz. Neither Holm nor Ruiz would say when they had met.');
  expect(one).toMatchObject({ name: 'Piet Holm and Ana Ruiz', stance: 'declines' });
});

test.each([
  ['Ana Ruiz KC said the pier was old. Ruiz said it would close.', 'Ana Ruiz'],
  ['Piet Holm Jr said the pier was old. Holm said it would close.', 'Piet Holm Jr'],
])('letters after a name are no surname: %s', (text, name) => {
  expect(statementsOf(text).map((one) => [one.name, one.kind])).toEqual([
    [name, 'person'],
    [name, 'person'],
  ]);
});

test('a role keeps the words before its title', () => {
  const [one] = statementsOf('Interior Minister Ana Ruiz said the pier was closed.');
  expect(one).toMatchObject({ name: 'Ana Ruiz', role: 'Interior Minister' });
});

test.each([
  'One of the rowers, from Low Weir, said the lock was shut. Asked again, she said the river was high.',
  'One of the rowers, in Low Weir for the race, said the lock was shut.',
])('where somebody is from is not who it is: %s', (text) => {
  const [one] = statementsOf(text);
  expect(one?.name).not.toBe('Low Weir');
  expect(one?.named).toBe(false);
});

test.each([
  ['Gov. Ana Ruiz left. “The pier is old,” said the governor.', 'Ana Ruiz', 'person'],
  ['State Sen. Piet Holm left early. The senator said the pier was old.', 'Piet Holm', 'person'],
  ['The power failed. The utility, Keim Electric, said the pier was old.', 'Keim Electric', 'organization'],
  ['The lights failed. The firm, Keim Lamps, said the pier was old.', 'Keim Lamps', 'organization'],
  [
    'The club met on the pier in the rain, and its members talked until the lamps were lit and the last of the boats had come home. Its former owner, Peter Holm – a cousin of the mayor – said the pier was old.',
    'Peter Holm',
    'person',
  ],
  ['Piet Holm left. Holm’s brother, Ottmar, said the pier was old.', 'Ottmar', 'person'],
  ['Piet Holm left. His cousin Ottmar said the pier was old.', 'Ottmar', 'person'],
])('a title in short and an apposition tell the name: %s', (text, name, kind) => {
  expect(statementsOf(text).map((one) => [one.name, one.kind])).toEqual([[name, kind]]);
});

test('what somebody is to another tells the pronoun, with a comma before the name too', () => {
  const all = statementsOf('Ana Ruiz left. Their son, Odd Ruiz, said the pier was old. “It will fall,” she said.');
  expect(all.map(({ name }) => name)).toEqual(['Odd Ruiz', 'Ana Ruiz']);
});

test('a study keeps the journal that it is known by', () => {
  const text = 'Lamps last longer, according to a study published on Friday in the journal Acta Lumen.';
  expect(statementsOf(text)).toMatchObject([
    { name: 'a study published on Friday in the journal Acta Lumen', named: true, said: ['Lamps last longer'] },
  ]);
});

test.each([
  ['It was built by Piet de Vries.\n\nDe Vries said the pier was old.', 'Piet de Vries'],
  ['Democrat Jane Holm said the pier was old.\n\nJane Holm said it would close.', 'Jane Holm'],
  // Two may be meant.
  ['It was built by Piet de Vries and Nils de Vries.\n\nDe Vries said the pier was old.', 'De Vries'],
])('the end of a longer name is its bearer’s: %s', (text, name) => {
  expect(new Set(statementsOf(text).map((one) => one.name))).toEqual(new Set([name]));
});
