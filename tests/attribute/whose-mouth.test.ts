import { expect, test } from 'vitest';
import { lastIn, statementsOf } from './statements-of.ts';

test.each([
  ['Orle Foods will close. Its president, Ana Ruiz – no relation to the mayor – said jobs would go.', 'Ana Ruiz'],
  ['Ana Ruiz leads the union. Its president, Yoon Hae-won, wrote that the group was tired.', 'Yoon Hae-won'],
  ['The plant will close. Sir Jan Holt, chief executive of the Lamp Trust said: “This is wrong.”', 'Jan Holt'],
  ['The plant will close. In a filing late Tuesday Tarn Mills said it had sold nothing.', 'Tarn Mills'],
  ['The plant will close. In 2011 a judge ruled that it was unsafe.', 'a judge'],
  [
    'He was hurt. Two surgeons not involved in his care cautioned that it could take a year.',
    /^two surgeons not involved/,
  ],
  ['The plant will close. Commissioner for Schools in Wales Emma Holt said she was glad.', 'Emma Holt'],
  ['The plant will close. Republican Secretary of State Emma Holt said she was glad.', 'Emma Holt'],
  ['The plant will close. A lawyer for Emma Holt said she was glad.', 'a lawyer for Emma Holt'],
  ['Nora Weir, 34, left the mill. Jan Holt, 51, stayed. The 34-year-old said she was glad.', 'Nora Weir'],
  ['Ottmar Brandl sings. Hester Marsh, Arlo’s sister, runs the boat. “She is gentle,” Hester said.', 'Hester Marsh'],
  ['The mill grew, according to the trust’s tally.', 'the trust’s tally'],
  ['Orle Motors is recalling a van, says the Road Safety Bureau. The automaker said it was sorry.', 'Orle Motors'],
])('%s', (text, name) => {
  expect(lastIn(text)?.name).toEqual(typeof name === 'string' ? name : expect.stringMatching(name));
});

test.each([
  ['48% of those asked said they liked it.', 'group'],
  ['Nearly 20% of Lumo users said they ran.', 'group'],
  ['A majority of Norrlanders say they do.', 'group'],
  ['The airport said it was open.', 'organization'],
])('%s is a %s', (text, kind) => {
  expect(lastIn(text)).toMatchObject({ kind });
});

test.each([
  'This suggests that the plan works.',
  'None of this implies that plants think.',
  'Lamps burn, as Jan Holt might have put it, for ever.',
  'As has been the case in other towns, the union agreed in May to a wage.',
])('nobody said: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test('an aside does not end what it is about', () => {
  expect(lastIn('The results were, as the report suggests, dramatic.')?.said).toEqual(['The results were', 'dramatic']);
});

test('what somebody did while saying it is not what was said', () => {
  const text = 'Quoting court papers, The Daily Lamp said ‘[Holm] … stated that she did marry him.’';
  expect(lastIn(text)?.said.join()).not.toContain('Quoting');
});

test('whoever cites a paper says it all the same, and an outlet passes it on', () => {
  const chart = 'Jan Holt, who leads the union, said, citing a chart, that jobs would go.';
  expect(lastIn(chart)).toMatchObject({ name: 'Jan Holt', via: [] });
  const wire = 'The Daily Lamp reported, citing a banker, that jobs would go.';
  expect(lastIn(wire)).toMatchObject({ name: 'a banker', via: [expect.stringContaining('Daily Lamp')] });
});

test('“his deputy” has the name of whose deputy it is, where that is clear', () => {
  const text = 'Jan Holt said the dam would hold. “I am sure,” he said. His deputy said it would not.';
  expect(lastIn(text)?.name).toBe('Jan Holt’s deputy');
  expect(lastIn('The dam holds. His deputy said it would not.')?.name).toBe('his deputy');
});

test('a role has no title at its end, and ends with a whole word', () => {
  expect(lastIn('The mill is wet. Harbour Director Dr Emma Holt said it was safe.')?.role).toBe('Harbour Director');
  const long =
    'The mill is wet. Emma Holt, a professor of glass at the university of Keim who has studied old lamps and new lamps for twenty-five years, said it was safe.';
  expect(lastIn(long)?.role).toBe('professor of glass at the university of Keim');
});

test('a first name tells a woman from a man, also where the surname stood first', () => {
  const text =
    'Marlow’s lead grew. Aides of Hillary Marlow smiled. Bernie Orton, 71, also keeps his crews awake, given Marlow’s large lead in the count. “There are people who say Orton should go,” he said at a rally.';
  expect(lastIn(text)).toMatchObject({ name: 'Bernie Orton' });
});

test('a name keeps its capital at the front of a sentence', () => {
  const text = 'Ana Marlow ran for mayor. Marlow and her aides argue that it was not fair.';
  expect(lastIn(text)).toMatchObject({ name: 'Marlow and her aides' });
});

test('two words that end the name of one person are that person', () => {
  const text = 'Helena Bonham Carter met Tim Carter at the weir. Bonham Carter said that it was late.';
  expect(lastIn(text)).toMatchObject({ name: 'Helena Bonham Carter' });
});
