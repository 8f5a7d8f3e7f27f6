import { expect, test } from 'vitest';
import { findQuotes } from '#attribute/find-quotes.ts';

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

test('a quotation within a quotation belongs to the outer one', () => {
  expect(findQuotes('“He said, ‘Enough of this,’ and left,” she recalled.', 'en')).toHaveLength(1);
});

test('the words are given without their marks', () => {
  const text = 'She said: “It rained.”';
  const [quote] = findQuotes(text, 'en');
  expect(text.slice(quote?.inner.start, quote?.inner.end)).toBe('It rained.');
});
