import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const objections = objectionsOn(
  [
    'The lifeboat station at Corrin Point has about 300 members and rescued 118 swimmers last summer.',
    'Up to 40 boats were lost in the storm, the harbour master said.',
    'At least seven cottages on the shore burned, according to the fire service.',
    'The repair of the slipway will cost more than £600,000 and take less than 14 weeks.',
    'Nearly 90 volunteers have not slept for two nights, said the coxswain, Ida Tarn.',
    'The council is weighing the purchase of as many as four tractors.',
    'No boat in the harbour is worth more than £75,000, the insurers said.',
    'Tickets for the fair cost between £12 and £15, and the band played over ten nights.',
    'The win moves the town up to 64 points.',
  ].join('\n\n'),
);

test.each([
  ['The lifeboat station at Corrin Point has exactly 300 members.'],
  ['The lifeboat station at Corrin Point rescued more than 118 swimmers last summer.'],
  ['The harbour master said that 40 boats were lost in the storm.'],
  ['The harbour master said that at least 40 boats were lost in the storm.'],
  ['Seven cottages on the shore burned, according to the fire service.'],
  ['The repair of the slipway will cost £600,000.'],
  ['The repair of the slipway will take more than 14 weeks.'],
  ['The council is weighing the purchase of at least four tractors.'],
  ['More than 90 volunteers have not slept for two nights, said the coxswain, Ida Tarn.'],
])('refuses another limit than the article’s: %s', (claim) => {
  expect(objections(claim)).toContain('figures');
});

test.each([
  ['The lifeboat station at Corrin Point has 300 members.'],
  ['The lifeboat station at Corrin Point has some 300 members.'],
  ['The lifeboat station at Corrin Point rescued about 118 swimmers last summer.'],
  ['As many as 40 boats were lost in the storm, the harbour master said.'],
  ['Seven cottages at least burned on the shore, according to the fire service.'],
  ['The repair of the slipway will cost over £600,000.'],
  ['The repair of the slipway will take under 14 weeks.'],
  ['Almost 90 volunteers have not slept for two nights, said the coxswain, Ida Tarn.'],
  ['Boats in the harbour are worth £75,000 at most, the insurers said.'],
  ['Tickets for the fair cost at least £12, and the band played for ten nights.'],
  ['The town has 64 points after the win.'],
])('and lets the same limit be told in other words: %s', (claim) => {
  expect(objections(claim)).not.toContain('figures');
});
