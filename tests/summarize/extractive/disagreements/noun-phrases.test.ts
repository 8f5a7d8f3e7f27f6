import { expect, test } from 'vitest';
import { nounPhrases } from '#summarize/extractive/disagreements/noun-phrases.ts';

const wordsIn = (text: string) => nounPhrases(text, 'en').map(({ words }) => words);

test('nouns stand with their adjectives and with what they are of', () => {
  expect(wordsIn('The board is weighing a sale of the northern unit.')).toEqual([
    'board',
    'sale of the northern unit',
    'northern unit',
  ]);
});

test('what they are of is left out where it is a name or long', () => {
  expect(wordsIn('They praised the beauty of Calder and a bowl of thick green summer garden soup.')).toEqual([
    'beauty',
    'bowl',
    'summer garden soup',
  ]);
});

test('a stretch of time and "other people" are no matter; a rail plan is', () => {
  expect(wordsIn('Last month other people asked for the rail plan by noon.')).toEqual(['rail plan']);
});

test('what is only counted is marked', () => {
  expect(nounPhrases('They found 41 rings.', 'en')).toEqual([{ words: 'rings', noun: 'rings', isCounted: true }]);
});

test('a letter behind a figure is its unit, and no matter', () => {
  expect(nounPhrases('They put it at 60m tonnes.', 'en')).toEqual([
    { words: 'tonnes', noun: 'tonnes', isCounted: true },
  ]);
});
