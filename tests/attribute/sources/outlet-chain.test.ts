import { expect, test } from 'vitest';
import { lastIn, statementsOf } from '../statements-of.ts';

test('who told an outlet is the source, and the outlet stands between', () => {
  const [one] = statementsOf('“We are leaving,” the envoy Marta Olsen told Reuters.');
  expect(one).toMatchObject({ name: 'Marta Olsen', via: ['Reuters'] });
});

test('an outlet in its own voice is the source', () => {
  const [one] = statementsOf('The Wall Street Journal reported that the firm would close.');
  expect(one).toMatchObject({ name: 'The Wall Street Journal', kind: 'organization', via: [] });
});

test('an outlet that cites someone relays it', () => {
  const [one] = statementsOf(
    'The mine will close in June, the Northern Courier reported on Monday, citing two managers.',
  );
  expect(one).toMatchObject({ name: 'two managers', via: ['Northern Courier'], said: ['The mine will close in June'] });
});

test('an acronym that the article defines is the outlet’s name', () => {
  const all = statementsOf(
    'The talks have stalled, according to sources cited by The New York Times (NYT). “He said, in short, ‘Enough,’” one source told the NYT. According to officials cited by the NYT, the envoy has “no plan” to return.',
  );
  expect(all.map(({ via }) => via)).toEqual([['The New York Times'], ['The New York Times'], ['The New York Times']]);
  expect(all[1]).toMatchObject({ name: 'one source', named: false, form: 'direct' });
  expect(all[2]).toMatchObject({ kind: 'group', named: false, quoted: ['no plan'] });
});

test('whom an acronym with an article means is no outlet, unless it is a known one', () => {
  const all = statementsOf(
    'Lena Orr spoke to the KBD about the post on Monday. “It was a good talk,” said Orr.\n\nJonas Weir told KDRW that he was “not in the running”. Vera Holm told the ABC that she “would not be drawn”.\n\nThe KBD met on Friday. A clerk told KBD that it “may wait”.',
  );
  expect(all.map(({ name, via }) => [name, via])).toEqual([
    ['Lena Orr', []],
    ['Jonas Weir', ['KDRW']],
    ['Vera Holm', ['ABC']],
    ['a clerk', []],
  ]);
});

test('the outlet that publishes the article does not stand between', () => {
  const [one] = statementsOf('Marta Olsen told the Ledger that the road was closed.', {
    outlet: 'The Lakeside Ledger',
  });
  expect(one?.via).toEqual([]);
});

test('an interview reaches the sentences after it', () => {
  const all = statementsOf(
    'In an interview with the BBC, Jonas Weir said the mill would stay. “I promise it,” he said.',
  );
  expect(all.map(({ via }) => via)).toEqual([['BBC'], ['BBC']]);
});

test('a person who relays is no outlet', () => {
  const [one] = statementsOf('The diplomat quoted her as saying the border would open.');
  expect(one?.via).toEqual([]);
});

test('a document comes through the outlet that saw it', () => {
  const [one] = statementsOf('A draft letter, seen by the Harbour Courier, says the price is too low.');
  expect(one).toMatchObject({ kind: 'document', via: ['Harbour Courier'] });
});

test('who told the newspaper told the one that was named last', () => {
  const all = statementsOf(
    'The mine will close in June, The Northern Courier reported on Monday. A manager told the newspaper that 40 people would go.',
  );
  expect(all.map(({ name, via }) => [name, via])).toEqual([
    ['The Northern Courier', []],
    ['a manager', ['The Northern Courier']],
  ]);
});

test.each([
  ['“We will stay,” Ana Ruiz told the Beacon.', 'Beacon'],
  ['Ana Ruiz told the Sunday Lantern that the mill would stay.', 'Sunday Lantern'],
  ['Ana Ruiz told KVRD radio that the mill would stay.', 'KVRD radio'],
  ['Ana Ruiz told Norran state radio that the mill would stay.', 'Norran state radio'],
  ['In a letter carried by the agency Ostfeed, the mill denied that it would close.', 'Ostfeed'],
  ['“We will stay,” Ana Ruiz said on the local radio show Mill Hour.', 'Mill Hour'],
  ['Ana Ruiz told BBC Radio Keim that the mill would stay.', 'BBC Radio Keim'],
  ['A plan, published in part by the Nordposten, says the mill will stay.', 'Nordposten'],
  ['The harbour says it has lost ten boats, according to Norran state radio.', 'Norran state radio'],
  ['The Free Shoal also quoted Ana Ruiz, the mayor, as saying she would stay.', 'Free Shoal'],
])('an outlet is known by what it is called: %s', (text, outlet) => {
  expect(statementsOf(text).map(({ via }) => via)).toContainEqual([outlet]);
});

test.each([
  'Ana Ruiz told this magazine that the mill would stay.',
  'The ministry quoted Ana Ruiz as saying the mill would stay.',
  'Ana Ruiz told the Board that the mill would stay.',
  'Ana Ruiz said on Tuesday that the mill would stay.',
])('is no outlet of another house: %s', (text) => {
  expect(statementsOf(text).map(({ via }) => via)).toEqual([[]]);
});

test('“the newsletter” is the outlet that was called one', () => {
  const all = statementsOf(
    'The newsletter Damp Ledge printed the plan. The Northern Courier reported on it. A clerk told the newsletter that the plan was old.',
  );
  expect(all.at(-1)?.via).toEqual(['Damp Ledge']);
});

test('who is cited before the second verb is not the source of the first', () => {
  const all = statementsOf(
    'The mill says it will stay; the daily Nordposten, citing two clerks, says that it will close.',
  );
  expect(all.map(({ name, via }) => [name, via])).toEqual([
    ['the mill', []],
    ['two clerks', ['Nordposten']],
  ]);
});

test('an outlet that cites somebody in a clause of its own relays what follows', () => {
  const all = statementsOf('According to Radio Keim, which cites a clerk at the mill, ten people have left.');
  expect(all.map(({ name, via, said }) => [name, via, said])).toEqual([
    ['a clerk at the mill', ['Radio Keim'], ['ten people have left']],
  ]);
});

test('who is quoted as saying something says it once', () => {
  expect(statementsOf('The envoy quoted Ana Ruiz as saying that the mill would stay.').map(({ name }) => name)).toEqual(
    ['Ana Ruiz'],
  );
});

test.each([
  [
    'The agency quoted the head of the coast guard, General Vadim Holm, as saying nine drivers were hurt.',
    'Vadim Holm',
  ],
  ['It quoted the chief of the harbour police, Ruth Amble, as saying that the crane was safe.', 'Ruth Amble'],
  ['The broadcaster quoted its own reporter, Kai Holm, saying the bridge had fallen.', 'Kai Holm'],
  ['The paper quoted a resident saying the bridge had fallen.', 'a resident'],
  ['The minister quoted a poet, saying the bridge would stand.', 'the minister'],
])('who is quoted by office and name has both: %s', (text, name) => {
  expect(statementsOf(text).map((one) => one.name)).toEqual([name]);
});

test('the address tells which outlet is the article’s own', () => {
  const [one] = statementsOf('Ana Ruiz told the Tribune that the mill would stay.', {
    url: 'https://www.keim-tribune.example/mill',
  });
  expect(one?.via).toEqual([]);
});

test.each([
  ['In an op-ed for the Harbour Courier, Ana Ruiz said the pier was safe.', 'Harbour Courier'],
  ['In a column in the Harbour Courier, Ana Ruiz argued that the pier was safe.', 'Harbour Courier'],
  ['Ana Ruiz gave an interview to the Harbour Courier in which she said the pier was safe.', 'Harbour Courier'],
  ['Interviewed on Keim TV, the mayor insisted the pier was safe.', 'Keim TV'],
  ['The mayor revealed on Keim TV that the pier was safe.', 'Keim TV'],
  ['Ana Ruiz told Keim TV’s Morning Line that the pier was safe.', 'Keim TV'],
  ['“The pier is safe,” Ana Ruiz told the Harbour Courier’s Jan Holt.', 'Harbour Courier'],
  ['A former colleague, quoted in the Harbour Courier, said the pier was safe.', 'Harbour Courier'],
  ['Ana Ruiz sat down with Keim TV. “The pier is safe,” she said.', 'Keim TV'],
])('the outlet of an interview, a column, a programme: %s', (text, outlet) => {
  expect(lastIn(text)?.via).toEqual([outlet]);
});

test.each([
  'In a letter to the Harbour Board, Ana Ruiz said the pier was safe.',
  'Ana Ruiz said in Keim Tower that the pier was safe.',
  'The mayor insisted in Parliament that the pier was safe.',
])('who or what is no outlet stands between nobody: %s', (text) => {
  expect(lastIn(text)?.via).toEqual([]);
});
