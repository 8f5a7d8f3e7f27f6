import { expect, test } from 'vitest';
import { findQuoted } from '#verify/credits/find-quoted.ts';
import { toLetters } from '#verify/words/letters.ts';

const TEXT =
  'The wall is old. “We had no intention of closing it,” Holm said. “The town’s board – all seven of us – looked at every stone… and then we went home.” Repairs cost 4.5 million.';
const letters = toLetters(TEXT);

function found(quote: string): string | null {
  const place = findQuoted(quote, letters);
  return place === null ? null : TEXT.slice(place.start, place.end);
}

test('finds words that differ only in marks, dashes, spaces, letter case and the punctuation at the end', () => {
  expect(found('we had no intention of closing it.')).toBe('We had no intention of closing it');
  expect(found("The  town's board - all seven of us - looked")).toBe('The town’s board – all seven of us – looked');
  expect(found('looked at every stone... and then we went home')).toBe('looked at every stone… and then we went home');
});

test('refuses a word that was changed, added, dropped or cut', () => {
  expect(found('we had no plans of closing it')).toBeNull();
  expect(found('we had absolutely no intention of closing it')).toBeNull();
  expect(found('we had intention of closing it')).toBeNull();
  expect(found('had no intention of clos')).toBeNull();
  expect(found('he had no intention')).toBeNull();
  expect(found('towns board')).toBeNull();
});

test('lets an ellipsis join pieces in the order of the text', () => {
  expect(found('We had no intention … of closing')).not.toBeNull();
  expect(found('The wall is old ... looked at every stone')).not.toBeNull();
  expect(found('looked at every stone … the wall is old')).toBeNull();
});

test('does not let an ellipsis reach across the article', () => {
  const far = toLetters(`The wall is old. ${'Nothing happened for a long while. '.repeat(40)}It fell.`);
  expect(findQuoted('The wall is old … it fell', far)).toBeNull();
  expect(findQuoted('happened for a long while … it fell', far)).not.toBeNull();
});

test('lets words in brackets stand for a few words, and a bracketed letter for its letter', () => {
  expect(found('We had no intention of closing [the wall]')).not.toBeNull();
  expect(found('[w]e had no intention of closing it')).not.toBeNull();
  expect(found('The wall [of the harbour] we went home')).toBeNull();
});

test('does not find a number inside a longer one', () => {
  expect(found('5 million')).toBeNull();
  expect(found('4.5 million')).toBe('4.5 million');
});

test('finds quotations in scripts without spaces', () => {
  const text = '市長は「壁は古い」と述べた。';
  expect(findQuoted('壁は古い', toLetters(text))).not.toBeNull();
  expect(findQuoted('壁は新しい', toLetters(text))).toBeNull();
});

test('stays quick on a megabyte of one character, and on lone surrogates', () => {
  const long = toLetters('a'.repeat(1_000_000));
  expect(findQuoted('a'.repeat(500), long)).toBeNull();
  expect(findQuoted(`${'a'.repeat(50)} … ${'a '.repeat(50)}`, long)).toBeNull();
  expect(findQuoted('\ud800 wall', toLetters('The \ud800 wall'))).not.toBeNull();
  expect(findQuoted('.'.repeat(100_000), letters)).toBeNull();
});
