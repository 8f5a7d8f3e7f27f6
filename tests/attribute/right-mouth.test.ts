import { expect, test } from 'vitest';
import { lastIn, statementsOf } from './statements-of.ts';

test('“it” takes up the body that the sentence before begins with', () => {
  const text =
    'Maro Foods said its stores were safe. The consumer group Fair Table disputed that. It said mice were seen.';
  expect(lastIn(text)).toMatchObject({ name: 'Fair Table', kind: 'organization' });
});

test('“the environment agency” is no town that was named before', () => {
  const text = 'Oil has reached a beach north of Brevik, the environment agency said. The agency hopes to begin soon.';
  expect(statementsOf(text).map(({ name }) => name)).toEqual(['the environment agency', 'the environment agency']);
});

test.each([
  ['The operator, Brathen Lines, denied that it had ignored a warning.', 'Brathen Lines'],
  ['The ship’s owner, Petros Shipping of Piraeus, said it would pay.', 'Petros Shipping'],
])('a firm in a role is named: %s', (text, name) => {
  expect(lastIn(text)).toMatchObject({ name, kind: 'organization', named: true });
});

test('a first name that is also a preposition', () => {
  expect(lastIn('Per Aune, who was travelling alone, said he had smelled smoke.')?.name).toBe('Per Aune');
});

test('a speaker behind the verb says the whole sentence', () => {
  const [one] = statementsOf(
    'Most liked it, but some feared that poor families would pay, said Raj Mehta of the union.',
  );
  expect(one).toMatchObject({
    name: 'Raj Mehta',
    said: ['Most liked it, but some feared that poor families would pay'],
  });
});

test('whoever is told before a comma does not speak', () => {
  const [one] = statementsOf('“He knew it,” Eleanor Quist, the prosecutor, told the jury in her speech.');
  expect(one?.name).toBe('Eleanor Quist');
});

test('what is reportedly agreed is a rumour', () => {
  expect(lastIn('Keim United have reportedly agreed to pay 23 million pounds.')).toMatchObject({
    kind: 'unstated',
    hedge: 'reportedly',
  });
});

test('what another source says that somebody offered is shown to nobody', () => {
  const found = statementsOf('Two officials said Paul Renner had offered to resign.');
  expect(found.filter(({ confidence }) => confidence >= 0.5).map(({ name }) => name)).toEqual(['two officials']);
});

test('an outlet keeps its name when only its last word is repeated', () => {
  const text = 'The Vale Courier saw a letter. The draft, seen by the Courier, says the price is low.';
  expect(lastIn(text)?.via).toEqual(['Vale Courier']);
});

test('a report by an outlet is the outlet’s, and stands between', () => {
  const found = statementsOf('Two managers said the plant was in doubt, according to a report by Bloomberg.');
  expect(found.map(({ name, via }) => [name, via])).toEqual([
    ['Bloomberg', []],
    ['two managers', ['Bloomberg']],
  ]);
});

test('an office that belongs to somebody named by office is named', () => {
  expect(lastIn('The mayor’s office said the road was shut.')?.named).toBe(true);
  expect(lastIn('Her union said the road was shut.')?.named).toBe(false);
});

test('a retort in the sentence behind an hour is its own speaker’s', () => {
  const text =
    'Velmar’s army said that troops had opened fire at 11.20 p.m. Ostria’s ministry called that “a plain invention”.';
  expect(statementsOf(text).map(({ name, stance }) => [name, stance])).toEqual([
    ['Velmar’s army', 'asserts'],
    ['Ostria’s ministry', 'denies'],
  ]);
});

test('what somebody shows how to do is a deed, and no statement', () => {
  const text =
    'Lena Orr has shown what a team she leads. Jonas Weir demonstrated how the pump works. A report showed how the pump failed.';
  expect(statementsOf(text).map(({ name }) => name)).toEqual(['a report']);
});

test.each([
  [
    'The town was split, minutes of the meeting showed, with one member arguing that the pier was lost.',
    'the pier was lost',
    'one member',
  ],
  ['When his mother called, Holm laughed and said, “The lamps are out.”', 'The lamps are out.', 'Holm'],
  [
    'Holm defended the keeper, who said he was hungry, saying, “Maybe he ate too little.”',
    'Maybe he ate too little.',
    'Holm',
  ],
])('words belong to the subject of their own verb: %s', (text, words, name) => {
  expect(statementsOf(text).find(({ said }) => said[0] === words)).toMatchObject({ name });
});

test.each([
  ['The court heard that Piet Holm had hidden the ledger.', 'Piet Holm had hidden the ledger'],
  ['The hearing was told that the lamp had stood in the rain.', 'the lamp had stood in the rain'],
])('what a court hears is nobody’s whom the article names: %s', (text, words) => {
  expect(statementsOf(text)).toMatchObject([{ kind: 'unstated', said: [words] }]);
});

test('what somebody expects to come is told without a source', () => {
  expect(statementsOf('A ruling on the pier is widely expected.')).toMatchObject([
    { kind: 'unstated', said: ['A ruling on the pier'], hedge: 'is widely expected' },
  ]);
});

test('a “that” which describes a thing opens no statement, and the quotation behind it is not the thing’s', () => {
  const text =
    'He caused anger with a list of letters held on a private shelf that were burned. “Look for them,” Ana Ruiz said.';
  expect(statementsOf(text).map(({ name }) => name)).toEqual(['Ana Ruiz']);
});

test('“a much-needed roof” is a thing', () => {
  expect(statementsOf('The Larks have found a much-needed roof in their town.')).toEqual([]);
});

test.each([
  ['Ana Holm, an engineer who built weirs for George W. Dorn, said the weir was safe.', 'engineer'],
  ['Jan Roe, a historian and runs the archive.net page, said that he was glad.', 'historian'],
])('a role ends where more is told: %s', (text, role) => {
  expect(statementsOf(text)[0]).toMatchObject({ role });
});

test.each([
  'None of this proves that moss is clever, but within their limited means, the plants show a solid skill.',
  'They deliver exactly what it says on the tin: plain gear, no frills.',
])('nobody said: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});
