/** Words that a newsroom's reader found in a wrong mouth, and roles that are none. */
import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { readText } from '#read/read-text.ts';
import { lastIn, statementsOf } from './statements-of.ts';

test('whoever stands behind a participle is told, and tells nothing', () => {
  const text =
    '"The line is safe," Fiore told "Norvik at Eight," reminding the co-hosts that the mayor had often attacked the firm.';
  expect(lastIn(text)).toMatchObject({ name: 'Fiore', said: ['the mayor had often attacked the firm'] });
  expect(lastIn('The mill burnt. "It is over," said Ana Ruiz.')).toMatchObject({ name: 'Ana Ruiz' });
});

test.each([
  'With the help of “Flip the Bill with Ana Ruiz”, the actor held a fake hearing in the town hall.',
  'Oskar Berg sang on the night that Pete "The Wave" Holm died. There is a leap to the chorus, which takes the mind back to the harbour, while, like an old ballad, it reminds us of the sea.',
  'The boxer is careful. When out to eat, he orders a glass of hot water to wash his fork in.',
])('nobody said: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test.each([
  ['The court held that the toll was unlawful.', 'the toll was unlawful'],
  ['Ana Ruiz reminded the mayor of Norvik that the toll was old.', 'the toll was old'],
  ['The general ordered his men to leave the fort.', 'his men to leave the fort'],
])('somebody did: %s', (text, said) => {
  expect(lastIn(text)?.said.join(' ')).toContain(said);
});

test('what goes on by a participle right behind a statement is said by whoever made that', () => {
  const text =
    'Lund, who returned to the park last summer, had been working as No 2 under Holm when the manager announced in May that he would be leaving the club at the end of the season, indicating that the £150,000 sale of young forward Bo Berg to Aldby United had been a factor in his decision.';
  expect(lastIn(text)?.name).toBe('the manager');
});

/** The role of whoever has this name. */
function roleOf(text: string, name: string) {
  return attribute(readText(text)).sources.find((one) => one.name === name)?.role;
}

test.each([
  [
    'Ana Ruiz',
    'People like Holm because she would be the first woman to be mayor, Ana Ruiz said. Ana Ruiz said that this was wrong.',
  ],
  ['Kristina Kroll', 'Kristina Kroll, now living in Norvik, claims that the hen was stolen.'],
  ['Tamara Holm', 'The ward opened in May. Her daughter Tamara Holm said the film helps.'],
])('what is told beside %s is no role', (name, text) => {
  expect(roleOf(text, name)).toBeNull();
});

test.each([
  ['Ana Ruiz', 'The mayor, Ana Ruiz, said that the hen was stolen.', 'mayor'],
  ['Ana Ruiz', 'Ana Ruiz, now the mayor of Norvik, said that the hen was stolen.', 'now the mayor of Norvik'],
  ['Peter Berg', 'Louisa Holm’s son Peter Berg said the film was long.', 'Louisa Holm’s son'],
])('what is told beside %s is one', (name, text, role) => {
  expect(roleOf(text, name)).toBe(role);
});
