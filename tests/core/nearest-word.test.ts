import { expect, test } from 'vitest';
import { nearestWord } from '#core/nearest-word.ts';

test('finds the word that was mistyped', () => {
  expect(nearestWord('sorces', ['brief', 'sources', 'ask'])).toBe('sources');
  expect(nearestWord('BRIEF', ['brief', 'sources'])).toBe('brief');
});

test('a word that is like none gives none', () => {
  expect(nearestWord('weather', ['brief', 'sources', 'ask'])).toBeNull();
  expect(nearestWord('x'.repeat(100_000), ['brief'])).toBeNull();
  expect(nearestWord('brief', [])).toBeNull();
});
