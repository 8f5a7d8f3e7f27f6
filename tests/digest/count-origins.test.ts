import { expect, test } from 'vitest';
import { countOrigins } from '#digest/count-origins.ts';
import { anAccount, anEntry, told } from './an-account.ts';

const WIRE = [
  'The harbour ferries will raise their fares by 12 percent on 1 June, the operator said on Tuesday, the first increase in four years.',
  'A single crossing will cost 4.50 crowns, and season tickets stay at their price until the autumn, according to the company.',
  'The passengers’ league called the step a tax on living across the water and asked the council to look into it.',
];
const OWN = [
  'Whoever crosses the water to work will pay more from June. The ferry company has told its captains to put up new signs this week.',
  'At the north pier on Tuesday morning nobody whom this newspaper asked had heard of it, and nobody was pleased.',
  'The last time that prices went up, in 2022, a third of the passengers changed to the bus within a year.',
];
const text = (paragraphs: readonly string[]) => paragraphs.join('\n\n');

test('five copies of one agency’s report are one origin, however each of them signs it', () => {
  const origins = countOrigins([
    told(anAccount('Calder Ledger', text(WIRE), { authors: ['Associated Press'] })),
    told(anAccount('Harbor Observer', `PORT ANSEL (AP) — ${text(WIRE.slice(0, 2))}`)),
    told(anAccount('Morning Courier', text([...WIRE.slice(1), 'Source: AP']))),
    told(anAccount('North Pier News', text(['Fares go up.', ...WIRE]))),
    told(anAccount('AP', text(WIRE), { url: 'https://apnews.example/ferries' })),
  ]);
  expect(origins).toMatchObject({ count: 1, agency: 'Associated Press' });
});

test('an account in its own words is an origin of its own', () => {
  const origins = countOrigins([
    told(anAccount('Calder Ledger', text(WIRE), { authors: ['Reuters'] })),
    told(anAccount('Harbor Observer', text(OWN))),
  ]);
  expect(origins).toEqual({ count: 2, uncompared: 0, agency: null, groups: [0, 1] });
});

test('the same outlet twice is no second source, on whatever page it is', () => {
  const [one, other] = [
    anAccount('Calder Ledger', text(OWN), { url: 'https://www.ledger.example/a' }),
    anAccount('Calder Ledger – Harbour', text(WIRE), { url: 'https://harbour.ledger.example/b' }),
  ];
  expect(countOrigins([told(one), told(other)]).count).toBe(1);
});

test('who relays another outlet’s reporting shares its origin', () => {
  const relaying = text([
    'The bridge will close for two years, two officials told The Morning Courier.',
    'Repairs would cost 310 million crowns, an official told The Morning Courier.',
    'An engineer told The Morning Courier that the cracks were wide enough for a coin.',
    'The city has not said what it thinks of the plan.',
  ]);
  const origins = countOrigins([
    told(anAccount('The Morning Courier', text(OWN))),
    told(anAccount('Harbor Observer', relaying)),
    told(anAccount('Calder Ledger', text(WIRE))),
  ]);
  expect(origins).toEqual({ count: 2, uncompared: 0, agency: 'The Morning Courier', groups: [0, 0, 2] });
});

test('what was not read is told apart by site and by its summary', () => {
  const summary = `${WIRE[0]} ${WIRE[1]}`;
  const tellings = [
    { entry: anEntry({ outlet: 'Calder Ledger', summary }), account: null },
    { entry: anEntry({ outlet: 'Harbor Observer', summary: `${summary} More soon.` }), account: null },
    { entry: anEntry({ outlet: 'North Pier News', summary: 'Fares rise in June.' }), account: null },
  ];
  expect(countOrigins(tellings)).toMatchObject({ count: 2, groups: [0, 0, 2] });
});

test('where some were read, nobody knows whether the others are origins of their own, unless they join one', () => {
  const summary = `${WIRE[0]} ${WIRE[1]}`;
  const tellings = [
    told(anAccount('Calder Ledger', text(WIRE))),
    { entry: anEntry({ outlet: 'Harbor Observer', summary }), account: null },
    { entry: anEntry({ outlet: 'North Pier News', summary: 'Fares rise in June.' }), account: null },
  ];
  expect(countOrigins(tellings)).toMatchObject({ count: 1, uncompared: 1, groups: [0, 0, 2] });
});

test('a short rewriting of what another outlet of the story reported shares its origin, a long account that mentions it does not', () => {
  const courier = told(anAccount('The Morning Courier', text(OWN)));
  const rewriting = text([
    'The bridge will close for two years, The Morning Courier reported on Tuesday.',
    'The Morning Courier said that the minister had seen photographs of the cracks.',
    'Buses go by the old mill.',
  ]);
  expect(countOrigins([courier, told(anAccount('Harbor Observer', rewriting))]).count).toBe(1);
  const mentioning = text([
    'The bridge will close for two years, the ministry said on Tuesday.',
    'Mayor Ansgar Pell said that the city had not been asked.',
    'The engineers’ union said that it had warned of the cracks in March.',
    'The Morning Courier reported that the minister had seen photographs.',
  ]);
  expect(countOrigins([courier, told(anAccount('Harbor Observer', mentioning))]).count).toBe(2);
});
