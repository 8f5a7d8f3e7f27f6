import { expect, test } from 'vitest';
import { findQuotes } from '#attribute/find-quotes.ts';
import { statementsOf } from './statements-of.ts';

const shapes = (text: string) => findQuotes(text, 'en').map(({ shape }) => shape);

test('whole sentences in marks are utterances', () => {
  expect(shapes('“The tide came in,” she said.')).toEqual(['utterance']);
  expect(shapes('He was blunt: "Nobody asked us before they dug."')).toEqual(['utterance']);
});

test('words taken over into a sentence are fragments', () => {
  expect(shapes('The mayor called the plan “an insult to the whole town”.')).toEqual(['fragment']);
});

test('titles, nicknames and names of things are terms', () => {
  expect(shapes('She wrote the novel “Salt and Iron” in a year.')).toEqual(['term']);
  expect(shapes('Her brother, nicknamed “the Admiral”, was late.')).toEqual(['term']);
  expect(shapes('The crew calls the storeroom “the chapel”.')).toEqual(['term']);
});

test.each([
  'Orla Venn wrote in a note titled “Who Pays the Piper?” that the debt would grow.',
  'The lamp, sold as “EverGlow,” was withdrawn, the watchdog said.',
  'The reef, known to sailors as “the Widow,” has sunk nine ships, Orla Venn said.',
  'The keeper, dubbed by the crowd “the Wall,” let in five, Orla Venn said.',
])('titles, brands and what many call a thing are no speech: %s', (text) => {
  expect(shapes(text)).toEqual(['term']);
  expect(statementsOf(text).flatMap(({ quoted }) => quoted)).toEqual([]);
});

test('a quotation within a quotation belongs to the outer one', () => {
  expect(findQuotes('“He said, ‘Enough of this,’ and left,” she recalled.', 'en')).toHaveLength(1);
});

test('the words are given without their marks', () => {
  const text = 'She said: “It rained.”';
  const [quote] = findQuotes(text, 'en');
  expect(text.slice(quote?.inner.start, quote?.inner.end)).toBe('It rained.');
});

test.each([
  'The port closed what Keim still calls “the lamp road.” It was old.',
  'Ana Ruiz wants an end to what they call the “split day,” a shift with four hours.',
  'The keepers have a word for ships that no port will take: “lepers.” There are two.',
])('how a thing is called is no speech: %s', (text) => {
  expect(findQuotes(text, 'en').map(({ shape }) => shape)).toEqual(['term']);
  expect(statementsOf(text).filter(({ verb }) => verb === 'call' || verb === null)).toEqual([]);
});

test('what a rumour calls somebody is nobody’s word', () => {
  expect(statementsOf('The “golden girl” of the port is said to have left by ferry.')).toMatchObject([{ quoted: [] }]);
});
