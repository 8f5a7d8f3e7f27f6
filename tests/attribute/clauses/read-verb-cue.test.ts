import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  ['Ana Ruiz told jurors Piet Holm had hidden the ledger.', 'Ana Ruiz', 'Piet Holm had hidden the ledger'],
  ['Ana Ruiz told the court Holm had hidden the ledger.', 'Ana Ruiz', 'Holm had hidden the ledger'],
  ['Ana Ruiz said in a statement read to reporters that the pier was safe.', 'Ana Ruiz', 'the pier was safe'],
  ['Ana Ruiz said in a letter sent on Monday that the pier was safe.', 'Ana Ruiz', 'the pier was safe'],
  ['Ana Ruiz said in an email to staff that the pier was safe.', 'Ana Ruiz', 'the pier was safe'],
  ['Piet Holm and Ana Ruiz both said the pier was safe.', 'Piet Holm and Ana Ruiz', 'the pier was safe'],
  [
    'According to a person close to Maro’s board, the deal is off.',
    'a person close to Maro’s board',
    'the deal is off',
  ],
])('finds who said what: %s', (text, name, words) => {
  const [one] = statementsOf(text);
  expect(one).toMatchObject({ name, said: [words] });
});

test('content ends before the cue that closes the sentence', () => {
  const all = statementsOf('Piet Holm hid the ledger and blamed a clerk, a court heard.');
  expect(all.map(({ said }) => said[0])).toEqual(['Piet Holm hid the ledger and blamed a clerk', 'a clerk']);
});

test('a relative clause and letters after a name are no role', () => {
  const all = statementsOf('Ana Ruiz, whose boat sank, said the pier was old. Piet Holm, MBE, said it was new.');
  expect(all.map(({ name, role }) => [name, role])).toEqual([
    ['Ana Ruiz', null],
    ['Piet Holm', null],
  ]);
});

test('a quotation that ends in its comma goes before the words behind the cue', () => {
  const [one] = statementsOf('“If he thinks the pier is safe,” Ana Ruiz said, “why does he swim?”');
  expect(one).toMatchObject({ name: 'Ana Ruiz', said: ['If he thinks the pier is safe,', 'why does he swim?'] });
  const [two] = statementsOf(
    '“It was never safe,” Ana Ruiz said two years after the fire, and few who heard her agreed.',
  );
  expect(two).toMatchObject({ name: 'Ana Ruiz', said: ['It was never safe,'] });
});

test.each([
  ['Ana Ruiz said fishermen and the port were to blame.', 'fishermen and the port were to blame'],
  ['Ana Ruiz said neither the port nor its owner paid a crown.', 'neither the port nor its owner paid a crown'],
  ['Ana Ruiz said the rules governing the pier would change.', 'the rules governing the pier would change'],
  ['Ana Ruiz said the pier needed work, including new planks.', 'the pier needed work, including new planks'],
])('a clause without "that" may open with more than a noun: %s', (text, words) => {
  const [one] = statementsOf(text);
  expect(one).toMatchObject({ name: 'Ana Ruiz', said: [words] });
});

test.each([
  ['The bakers have since said they would rather stay.', ['they would rather stay']],
  ['Ana Ruiz said in an e-mail after our talk that the lamps were safe.', ['the lamps were safe']],
  ['The bank confirmed that it had met both but declined to say when.', ['it had met both', 'to say when']],
  ['Ana Ruiz said the talks were slow and would not discuss the price.', ['the talks were slow', 'the price']],
])('what was said begins after its occasion and ends before a silence: %s', (text, said) => {
  expect(statementsOf(text).flatMap((one) => one.said)).toEqual(said);
});

test.each([
  ['Ana Ruiz said in a letter that was sent on Monday that the pier was old.', 'the pier was old'],
  ['The pier was closed and, according to the police, “the lamps were out.”', 'the lamps were out.'],
  ['Ana Ruiz is quoted as saying that the pier was old.', 'the pier was old'],
  ['A warning by the trust that the pier had a crack was ignored.', 'the pier had a crack'],
  ['The trust’s claim that the pier was old is new.', 'the pier was old'],
])('one statement, with its own words and no others: %s', (text, said) => {
  expect(statementsOf(text).map((one) => one.said)).toEqual([[said]]);
});

test.each([
  [
    'A boiler, noted Ana Ruiz, the harbour mayor, was “no answer to a leak”.',
    ['A boiler', 'was “no answer to a leak”'],
  ],
  ['The film, Ana Ruiz pointed out, runs 81 minutes.', ['The film', 'runs 81 minutes']],
  [
    'The pier reached “too little,” Ana Ruiz added. “Without lamps, the port is lost.”',
    ['The pier reached “too little,”', 'Without lamps, the port is lost.'],
  ],
  [
    '“It is a small change,” said Ana Ruiz, a keeper. “I would not call it new. It is a lamp with a longer pole and a name” for the harbour.',
    ['It is a small change,', '“I would not call it new. It is a lamp with a longer pole and a name” for the harbour'],
  ],
  ['Ana Ruiz called Friday’s vote a “blow to every keeper”.', ['Friday’s vote a “blow to every keeper”']],
  [
    'Ana Ruiz tells keepers at every meeting to “light the lamps early”.',
    ['keepers at every meeting to “light the lamps early”'],
  ],
  ['Ana Ruiz reported stocks of eleven days.', ['stocks of eleven days']],
])('all of what was said, around its cue: %s', (text, said) => {
  expect(statementsOf(text)).toMatchObject([{ name: 'Ana Ruiz', said }]);
});

test.each([
  ['Keepers have not said when the pier will open.', 'keepers', 'when the pier will open'],
  ['Ana Ruiz is not saying if the pier will open.', 'Ana Ruiz', 'if the pier will open'],
])('a question left open is a refusal: %s', (text, name, words) => {
  expect(statementsOf(text)).toMatchObject([{ name, stance: 'declines', said: [words] }]);
});

test('a ground that is given is a statement, and a source that is cited is none', () => {
  expect(statementsOf('Ana Ruiz left the board, citing a shortage of lamps.')).toMatchObject([
    { name: 'Ana Ruiz', said: ['a shortage of lamps'] },
  ]);
  expect(statementsOf('The Courier, citing two keepers, reported that the pier was sold.')).toMatchObject([
    { name: 'two keepers', said: ['the pier was sold'] },
  ]);
});

test.each([
  ['“I saw it fall,” gasped Orla Venn.', 'Orla Venn', 'I saw it fall,'],
  ['On June 26 the board said the bridge was safe.', 'the board', 'the bridge was safe'],
  ['The plant, a vetch, “may be” poisonous, Orla Venn said.', 'Orla Venn', 'The plant, a vetch, “may be” poisonous'],
])('a cue, a date and an apposition: %s', (text, name, said) => {
  expect(statementsOf(text)).toMatchObject([{ name, said: [said] }]);
});
