import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const objections = objectionsOn(
  [
    'The mill at Fennick grinds some 90 sacks of rye a day and sells its flour to all bakers of the valley.',
    'Some of the carters stand to lose four shifts a week.',
    'The tolls will be collected after Easter, the bailiff said.',
    'Whoever lives south of the weir should leave, said the mayor, Oda Brink.',
    'The monthly market draws people from three valleys.',
    'The sluice was closed until the end of the harvest.',
    'The warnings reached nobody until after four in the morning.',
  ].join('\n\n'),
);

test.each([
  ['The mill at Fennick grinds some 90 sacks of rye a week.'],
  ['All of the carters stand to lose four shifts a week.'],
  ['The tolls will be collected before Easter, the bailiff said.'],
  ['Whoever lives north of the weir should leave, said the mayor, Oda Brink.'],
  ['The weekly market draws people from three valleys.'],
  ['The sluice was closed from the end of the harvest.'],
])('refuses a word in the place of one that it excludes: %s', (claim) => {
  expect(objections(claim)).toContain('direction');
});

test.each([
  ['The mill at Fennick grinds about 90 sacks of rye per day.'],
  ['Four shifts a week may be lost by some of the carters.'],
  ['The bailiff said the tolls will be collected some time after Easter.'],
  ['People who live south of the weir should leave, said the mayor, Oda Brink.'],
  ['Every month the market draws people from three valleys.'],
  ['The warnings reached nobody until some time after four in the morning.'],
])('and no other way to say it: %s', (claim) => {
  expect(objections(claim)).not.toContain('direction');
});
