import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

const namesIn = (text: string) => statementsOf(text).map(({ name, kind }) => `${name} (${kind})`);

test('a firm of two words goes on by the first', () => {
  const text = 'Veltra Instruments lost money in May.\n\nVeltra said it would grow.\n\nThe company said it was sure.';
  expect(namesIn(text)).toEqual(['Veltra Instruments (organization)', 'Veltra Instruments (organization)']);
});

test.each([
  // Who goes on by the second word has a surname.
  ['Orban Sands left in May.\n\nSands was late.\n\nOrban said it rained.', 'Orban Sands (organization)'],
  // A place, and no firm.
  [
    'Veltra Instruments lost money in May.\n\nIt rained in Veltra, the mayor said.',
    'Veltra Instruments (organization)',
  ],
  // Two firms begin so.
  ['Veltra Instruments met Veltra Dressings in May.\n\nVeltra said it rained.', 'Veltra Instruments (organization)'],
])('is not joined: %s', (text, name) => {
  expect(namesIn(text)).not.toContain(name);
});
