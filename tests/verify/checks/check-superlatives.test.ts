import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const objections = objectionsOn(
  [
    'The brewery Aldgrove, which employs 120 people in Sarn, has sold its hop gardens to a neighbour.',
    'The harbour crane of Sarn, a giant of 1911, was lifted onto a barge on Monday.',
    'Nobody has ever rowed the fjord at night before, said the rower Tilde Moen, who did it in nine hours.',
    'The town’s biggest lime tree fell in the storm.',
    'Only six of the pupils passed.',
  ].join('\n\n'),
);

test.each([
  ['The brewery Aldgrove, the largest employer in Sarn, has sold its hop gardens to a neighbour.', 'wording'],
  ['The only harbour crane of Sarn was lifted onto a barge on Monday.', 'wording'],
  ['The harbour crane of Sarn, the oldest on the coast, was lifted onto a barge on Monday.', 'wording'],
])('refuses what the article does not call so: %s', (claim, check) => {
  expect(objections(claim)).toContain(check);
});

test.each([
  ['Tilde Moen is the first to row the fjord at night.'],
  ['The largest lime tree of the town fell in the storm.'],
  ['The brewery Aldgrove has sold its hop gardens in the interest of a neighbour.'],
  ['No more than six of the pupils passed.'],
])('and not what it says in other words: %s', (claim) => {
  expect(objections(claim)).not.toContain('wording');
});
