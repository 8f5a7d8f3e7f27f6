/** Two statements about one matter that can both be right, beside twins that cannot: a false difference makes two sources look like liars. */
import { expect, test } from 'vitest';
import { differencesIn } from './differences-in.ts';
import type { Said } from './said-in.ts';

const clerk = (words: string): Said => ({ words, by: 'the clerk' });
const mason = (words: string): Said => ({ words, by: 'the mason' });
const refusal = (words: string, verb = 'reject'): Said => ({ words, by: 'the court', stance: 'denies', verb });

const PAIRS: readonly (readonly [why: string, one: Said, other: Said, howMany: number])[] = [
  [
    'a "not" about something else',
    clerk('two children were pulled out of the mill pond on Monday after they fell through the ice'),
    mason('the children did not touch the wheel while they were in the mill pond'),
    0,
  ],
  [
    'a "not" about the same deed',
    clerk('the miller warned the children about the ice on the mill pond'),
    mason('the miller did not warn the children about the ice on the mill pond'),
    1,
  ],
  [
    'a noun for the same deed',
    clerk('walkers near the mill pond were endangered by the dogs of the estate'),
    mason('there was no danger from the dogs of the estate to walkers near the mill pond'),
    1,
  ],
  [
    'a "not" beside a condition',
    clerk('neither group of apprentices received lessons in the workshop at the mill'),
    mason('the lessons in the workshop at the mill work only if apprentices are receiving them'),
    0,
  ],
  [
    'what is refused, on both sides',
    clerk('the complaint about the weir was badly founded'),
    mason('the complaint about the weir was badly founded and must be rejected'),
    0,
  ],
  [
    'shares of two things',
    clerk('99% of mill owners qualify for a grant'),
    mason('owners who join both schemes may save up to 40% on their bills'),
    0,
  ],
  [
    'shares of one thing',
    clerk('64% of mill owners want the weir kept'),
    mason('41% of mill owners want the weir kept'),
    1,
  ],
  [
    'a figure for all and one for a part',
    clerk('396 boats were lost on the river Lenne'),
    mason('11 boats were lost on the river Lenne'),
    0,
  ],
  [
    'a bound that allows for the figure',
    clerk('the new weir would cost each household £3,028'),
    mason('the new weir would cost each household more than £3,000'),
    0,
  ],
  [
    'two that count the same at least',
    clerk('the millers’ list won at least 302 seats'),
    mason('the millers’ list won at least 312 seats'),
    1,
  ],
  [
    'a question',
    clerk('the weir on the Lenne was opened legally'),
    mason('was the weir on the Lenne opened illegally?'),
    0,
  ],
  [
    'a thing that was asked for',
    clerk('the parish would now take its challenge to the weir on the Lenne further'),
    refusal('the challenge to the weir on the Lenne'),
    0,
  ],
  [
    'a service that is withheld',
    clerk('it was wrong to offer lodgings at the mill to travellers'),
    refusal('travellers a bed in the lodgings at the mill', 'deny'),
    0,
  ],
  [
    'a claim',
    clerk('the parish had paid for the weir on the Lenne'),
    refusal('claims that the parish had paid for the weir on the Lenne'),
    1,
  ],
];

test.each(PAIRS)('%s', (_, one, other, howMany) => {
  const text = `${one.by} said ${one.words}. It rained all day. Later ${other.by} said ${other.words}.`;
  expect(differencesIn(text, [one, other])).toHaveLength(howMany);
});

test('several sentences hold words of a denied matter by chance', () => {
  const long = `the parish had paid for the weir on the Lenne, ${'and that the road to the mill was dry, '.repeat(9)}as it was before`;
  const text = `The clerk said ${long}. The mason said that too. The court rejected claims that the weir was paid for by the parish of the Lenne.`;
  expect(
    differencesIn(text, [clerk(long), refusal('claims that the weir was paid for by the parish of the Lenne')]),
  ).toEqual([]);
});

test('"they had not been told" says no to nothing that was told', () => {
  const [told, had] = [clerk('the mill will close in May'), mason('they had not been told')];
  const differ = (other: Said) =>
    differencesIn(`The clerk said ${told.words}. The mason said ${other.words}.`, [told, other]);
  expect(differ(had)).toEqual([]);
  expect(differ(mason('it will not'))).toHaveLength(1);
});

test('a bound answers the count that it leaves no room for', () => {
  const count = (words: string) =>
    differencesIn(`The clerk said about 340 guests were at the mill. The mason put ${words}.`, [
      clerk('about 340 guests were at the mill'),
      { ...mason(words), verb: 'put' },
    ]);
  expect(count('the number at fewer than 200')).toHaveLength(1);
  expect(count('the number at fewer than 500')).toEqual([]);
});

test('who asks gives no account', () => {
  const words = [
    'which of the four weirs on the Lenne the parish would open',
    'the parish would open no weir on the Lenne',
  ];
  const text = `The clerk asked ${words[0]}. The mason said ${words[1]}.`;
  const [asked, said] = [clerk(words[0] ?? ''), mason(words[1] ?? '')];
  expect(differencesIn(text, [{ ...asked, verb: 'ask' }, said])).toEqual([]);
});
