/** Two who speak as one are both shown, and no half of them as the other's role; a name with an "and" in it is one. */
import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  ['The mayor and Ana Holm said the dam was safe.', 'the mayor and Ana Holm', 'group', false],
  ['Ana Holm and the mayor said the dam was safe.', 'Ana Holm and the mayor', 'group', false],
  ['Jan Roe met Ana Holm. Roe and Holm said the dam was safe.', 'Jan Roe and Ana Holm', 'group', true],
  ['Jan Roe met Ana Holm. Neither Roe nor Holm would comment.', 'Jan Roe and Ana Holm', 'group', true],
  ['Experts and the Vale Centre said the dam was safe.', 'experts and the Vale Centre', 'group', false],
  ['Orle Motors and Keim Electric said the dam was safe.', 'Orle Motors and Keim Electric', 'group', true],
  ['The Department of Trade and Industry said it was glad.', 'Department of Trade and Industry', 'organization', true],
  [
    'The Ministry of Health and Social Care said it was glad.',
    'Ministry of Health and Social Care',
    'organization',
    true,
  ],
])('%s', (text, name, kind, named) => {
  expect(statementsOf(text).at(-1)).toMatchObject({ name, kind, named, role: null });
});

test.each([
  ['The founder and chief executive Ana Holm said it was safe.', 'founder and chief executive'],
  ['Founder and director Ana Holm said it was safe.', 'director'],
])('a role of two words has one bearer: %s', (text, role) => {
  expect(statementsOf(text)[0]).toMatchObject({ name: 'Ana Holm', role });
});

test('what the one says ends where the pair begins', () => {
  const text = 'The Lamp Trust says talks go on, but the Orle brigade and the Vale Centre say the mill is lost.';
  expect(statementsOf(text).map(({ name, said }) => [name, said[0]])).toEqual([
    ['Lamp Trust', 'talks go on'],
    ['the Orle brigade and the Vale Centre', 'the mill is lost'],
  ]);
});
