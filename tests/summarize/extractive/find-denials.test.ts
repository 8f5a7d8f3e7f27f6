import { expect, test } from 'vitest';
import { differencesIn } from './differences-in.ts';

test('a denial that calls "the charge" something answers the statement before, past an outlet that could not verify it', () => {
  const found = differencesIn(
    'Divers said the firm had dumped steel in the river; The Lenne Post could not verify that. The firm called the charge a tale for fishermen.',
    [
      { words: 'the firm had dumped steel in the river', by: 'divers' },
      { words: 'could not verify that', by: 'The Lenne Post' },
      { words: 'the charge a tale for fishermen', by: 'the firm', stance: 'denies', verb: 'call' },
    ],
  );
  expect(found.map(({ sides }) => sides.map(({ source }) => source))).toEqual([['s1', 's3']]);
});

test('"the charges" of a court are no statement, and pleading not guilty contradicts no witness', () => {
  const found = differencesIn('The widow said he had gambled with lives. The captain denied the charges.', [
    { words: 'he had gambled with lives', by: 'the widow' },
    { words: 'the charges', by: 'the captain', stance: 'denies', verb: 'deny' },
  ]);
  expect(found).toEqual([]);
});

test('"no such figure" answers a figure, "such a memo" the memo that says it', () => {
  const figure = differencesIn(
    'The clerk said officers put the price at £4m. The treasurer said no officer had given such a figure.',
    [
      { words: 'officers put the price at £4m', by: 'the clerk' },
      { words: 'no officer had given such a figure', by: 'the treasurer' },
    ],
  );
  expect(figure).toHaveLength(1);
  const memo = differencesIn(
    'A party memo says the lead has melted to a point. The chairman denied that such a memo existed.',
    [
      { words: 'the lead has melted to a point', by: 'A party memo' },
      { words: 'such a memo existed', by: 'the chairman', stance: 'denies', verb: 'deny' },
    ],
  );
  expect(memo).toHaveLength(1);
});

test('what one says they never did and another tells of them by name is a difference', () => {
  const deed = (second: string) =>
    differencesIn(`Ada Pell said she never saw the letter. The clerk said ${second}.`, [
      { words: 'she never saw the letter', by: 'Ada Pell' },
      { words: second, by: 'The clerk' },
    ]);
  expect(deed('he had handed the letter to Pell in the yard')).toHaveLength(1);
  expect(deed('he had burned the letter in the yard')).toEqual([]);
});

test('tolls of one day differ although one of them names the day', () => {
  const toll = (day: string) =>
    differencesIn(`The ministry said 19 people were killed ${day}. A doctor put the number of dead at 34.`, [
      { words: `19 people were killed ${day}`, by: 'The ministry' },
      { words: 'the number of dead at 34', by: 'A doctor', verb: 'put' },
    ]);
  expect(toll('on Sunday')).toHaveLength(1);
  expect(toll('in 2019')).toEqual([]);
});

test('a matter that opens its sentence loses the capital of the sentence', () => {
  const found = differencesIn(
    'Repairs would cost 31 million crowns, the clerk said. Her rival put repairs at 50 million crowns.',
    [
      { words: 'Repairs would cost 31 million crowns', by: 'the clerk' },
      { words: 'repairs at 50 million crowns', by: 'Her rival', verb: 'put' },
    ],
  );
  expect(found.map(({ about }) => about)).toEqual(['repairs']);
});

test('who denies something right after an accusation denies that, in whatever words', () => {
  const after = (first: string, verb: string, second = 'sleeping on his watch') =>
    differencesIn(`Prosecutors ${verb} ${first}. Ivo Drago denied ${second}.`, [
      { words: first, by: 'Prosecutors', verb },
      { words: second, by: 'Ivo Drago', stance: 'denies', verb: 'deny' },
    ]);
  expect(after('that Drago left the bridge before dawn', 'argue')).toHaveLength(1);
  expect(after('the crew of neglect', 'accuse')).toHaveLength(1);
  expect(after('that Drago puts the loss at 40 crowns', 'report')).toEqual([]);
  expect(after('that the reef is marked on no chart', 'argue')).toEqual([]);
});

test('who gives a claim a name of their own, and no praise, does not hold with it', () => {
  const judged = (words: string, verb = 'call') =>
    differencesIn(`The mill said the weir saves 40 salmon a day. An angler ${verb}ed ${words}.`, [
      { words: 'the weir saves 40 salmon a day', by: 'The mill' },
      { words, by: 'An angler', verb },
    ]);
  expect(judged('the claim a tale for the pub')).toHaveLength(1);
  expect(judged('that figure “a number with no river behind it”')).toHaveLength(1);
  expect(judged('the estimate as a tale for the pub', 'dismiss')).toHaveLength(1);
  expect(judged('the claim “fair, and about time”')).toEqual([]);
  expect(judged('the weir a monument')).toEqual([]);
  expect(judged('rumours that eels will join the salmon', 'dismiss')).toEqual([]);
});

test('a denial that says which suggestion it denies is about none other', () => {
  const rejected = (what: string) =>
    differencesIn(`The angler said the mill had let the weir rot. The owner rejected the suggestion that ${what}.`, [
      { words: 'the mill had let the weir rot', by: 'The angler' },
      { words: `the suggestion that ${what}`, by: 'The owner', stance: 'denies', verb: 'reject' },
    ]);
  expect(rejected('the weir was neglected')).toHaveLength(1);
  expect(rejected('guests were overcharged at breakfast')).toEqual([]);
});
