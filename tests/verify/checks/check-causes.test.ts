import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const objections = objectionsOn(
  [
    'The ferry company Orla will cancel nine evening crossings in March, blaming a fall in passengers.',
    'Some of its captains have moved to the mainland.',
    'A storm tore the roof off the ticket hall on Friday. It has been shut since.',
    'The talks of the guild are due to resume on Monday.',
    'Money is scarce in the town.',
    'In its yearly report the company also counts the rust on two of its ships.',
  ].join('\n\n'),
);

test.each([
  ['The ferry company Orla will cancel nine evening crossings in March because of the rust on two of its ships.'],
  ['The ticket hall has been shut since Friday due to a lack of money.'],
])('refuses a cause that the article does not give: %s', (claim) => {
  expect(objections(claim)).toContain('wording');
});

test.each([
  ['The ferry company Orla will cancel nine evening crossings in March because of a fall in passengers.'],
  ['The ticket hall has been shut since Friday because of a storm that tore its roof off.'],
  ['The talks of the guild are due to resume on Monday.'],
])('and not one that stands beside it: %s', (claim) => {
  expect(objections(claim)).not.toContain('wording');
});
