import { expect, test } from 'vitest';
import { nearestWord } from '#core/nearest-word.ts';

test('finds the word that was mistyped', () => {
  expect(nearestWord('sorces', ['brief', 'sources', 'ask'])).toBe('sources');
  expect(nearestWord('BRIEF', ['brief', 'sources'])).toBe('brief');
});

test('finds the word that was only begun, where it is one', () => {
  expect(nearestWord('br', ['brief', 'sources', 'ask'])).toBe('brief');
  expect(nearestWord('Engi', ['points', 'engine'])).toBe('engine');
  expect(nearestWord('res', ['resumes', 'restart'])).toBeNull();
  expect(nearestWord('b', ['brief', 'sources'])).toBeNull();
});

test('a word that is like none gives none', () => {
  expect(nearestWord('weather', ['brief', 'sources', 'ask'])).toBeNull();
  expect(nearestWord('x'.repeat(100_000), ['brief'])).toBeNull();
  expect(nearestWord('brief', [])).toBeNull();
});

test('a short word of which most letters are others is another word', () => {
  expect(nearestWord('foo', ['now', 'off'])).toBeNull();
  expect(nearestWord('ad', ['add', 'list'])).toBe('add');
});
