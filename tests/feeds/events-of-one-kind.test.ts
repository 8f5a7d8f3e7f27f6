import { expect, test } from 'vitest';
import { groupStories } from '#feeds/group-stories.ts';

type Told = string | readonly [title: string, summary: string];

const groups = (told: readonly Told[]): number[][] =>
  groupStories(
    told.map((one, id) =>
      typeof one === 'string' ? { id: String(id), title: one } : { id: String(id), title: one[0], summary: one[1] },
    ),
  ).map((group) => group.map(({ id }) => Number(id)));

const apart: readonly (readonly [what: string, told: readonly Told[]])[] = [
  [
    'three fires in three towns',
    [
      'Fire destroys warehouse in Oakvale, two people injured',
      'Fire destroys bakery in Milltown, three people injured',
      'Fire destroys school in Harrow Bay, one person injured',
    ],
  ],
  [
    'three fires whose summaries are of one mould',
    [
      [
        'Fire destroys warehouse in Oakvale',
        'Firefighters fought the blaze for six hours on Tuesday night. Two people were taken to hospital, police in Oakvale said.',
      ],
      [
        'Fire destroys bakery in Milltown',
        'Firefighters fought the blaze for three hours on Tuesday night. Three people were taken to hospital, police in Milltown said.',
      ],
    ],
  ],
  [
    'three robberies, with capitals everywhere',
    [
      'Masked Gunman Robs Credit Union in Delmont',
      'Masked Gunman Robs Pharmacy in Rivera Park',
      'Masked Gunman Robs Liquor Store in Ashby',
    ],
  ],
  [
    'three matches of one day',
    [
      'Norbury beat Eastham 3-1 to go top of the league',
      'Westport beat Caldwick 2-0 to stay in the league',
      'Lowmere beat Harnley 4-2 to leave the bottom of the league',
    ],
  ],
  [
    'three companies with the results of one quarter',
    [
      'Vantor Q2 revenue beats estimates, shares jump',
      'Ostrel Q2 revenue beats estimates, shares slip',
      'Merrin Q2 revenue misses estimates, shares fall',
    ],
  ],
  ['two elections', ['Ruling party wins election in Castovia', 'Ruling party wins election in Belmark']],
];

test.each(apart)('%s are no one story', (_, told) => {
  expect(groups(told)).toEqual(told.map((_one, id) => [id]));
});

test('each of two fires keeps its own reports', () => {
  expect(
    groups([
      'Fire destroys warehouse in Oakvale, two people injured',
      'Fire destroys warehouse in Milltown, three people injured',
      'Two injured in Oakvale warehouse fire',
      'Three injured in Milltown warehouse fire',
      'Oakvale warehouse fire injures two',
      'Milltown warehouse fire injures three',
    ]),
  ).toEqual([
    [0, 2, 4],
    [1, 3, 5],
  ]);
});

test.each([
  [
    'one names a place, the other nobody',
    ['Minister resigns over leaked memo', 'Minister resigns over leaked memo in Castovia'],
  ],
  [
    'one knows the name, one the town',
    ['Missing Ashby teenager Tom Reed found safe', 'Teenager missing from Ashby found safe'],
  ],
  [
    'days and quarters differ',
    ['Tarnex profit up 12 percent in Q3', 'Tarnex third-quarter profit up 12 percent on Monday'],
  ],
])('reports of one event stay together where %s', (_, told) => {
  expect(groups(told)).toEqual([told.map((_one, id) => id)]);
});
