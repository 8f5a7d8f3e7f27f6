import { expect, test } from 'vitest';
import { findNames } from '#language/find-names.ts';
import { readTokens } from '#language/read-tokens.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { expectToEnd } from '../expect-to-end.ts';

function names(text: string, language = 'en'): string[] {
  return findNames(text, readTokens(text, splitSentences(text, language), language), language).map(
    ({ text: words, kind }) => `${words} (${kind})`,
  );
}

test('finds people with titles, initials and particles', () => {
  expect(names('They met Mr. John F. Lind Jr., Petra von der Heide, J. K. Marsh and Conor O’Brien.')).toEqual([
    'Mr. John F. Lind Jr. (person)',
    'Petra von der Heide (person)',
    'J. K. Marsh (person)',
    'Conor O’Brien (person)',
  ]);
});

test('leaves the possessive out', () => {
  expect(names('It was Maria Lopez’s idea, not Leeds’s.')[0]).toBe('Maria Lopez (person)');
});

test('finds organisations, and does not join two names', () => {
  expect(names('It hit the Bank of England, NATO and the University of Leeds, said Andrew Bell.')).toEqual([
    'Bank of England (organization)',
    'NATO (organization)',
    'University of Leeds (organization)',
    'Andrew Bell (person)',
  ]);
});

test('begins a name at its title', () => {
  expect(names('They saw U.S. President Anna Lind leave.')).toEqual(['U.S. (place)', 'President Anna Lind (person)']);
});

test('knows places', () => {
  expect(names('She flew from New York to Paris.')).toEqual(['New York (place)', 'Paris (place)']);
});

test('does not take a sentence’s first word, a weekday or a month for a name', () => {
  expect(names('However, it rained. Officials slept. Residents left on Monday in May. Three came.')).toEqual([]);
});

test('takes a surname alone for the person named in full', () => {
  expect(names('We saw Anna Bergmann. Later they called Bergmann.')).toEqual([
    'Anna Bergmann (person)',
    'Bergmann (person)',
  ]);
});

test('does not hang on hostile text', () => {
  for (const unit of ['Aa ', 'Aa de ', 'Bank of ', 'A. ', 'A-']) {
    const text = unit.repeat(60_000 / unit.length);
    const tokens = readTokens(text, [{ start: 0, end: text.length }], 'de');
    expectToEnd(() => {
      findNames(text, tokens, 'de');
    });
  }
});

test('a capital “And” parts two names, and a clock glued to a name is no part of it', () => {
  const found = names('At 11:19PMJan Holt And Ana Ruiz sat by the weir.').map((name) => name.replace(/ \(.*/, ''));
  expect(found).toEqual(['Holt', 'Ana Ruiz']);
});
