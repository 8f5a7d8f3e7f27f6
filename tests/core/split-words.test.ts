import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '#core/plain-text.ts';
import { splitWords } from '#core/split-words.ts';
import { expectToEnd } from '../expect-to-end.ts';

const texts = (line: string) => splitWords(line).map(({ text }) => text);

test('words are parted by white space of any kind', () => {
  expect(texts('  a\tb\u00a0c\u3000d\r\ne  ')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(texts('')).toEqual([]);
  expect(texts(' \u200b\u2060 ')).toEqual([]);
});

test('what chat programs hide in a pasted line is part of no word', () => {
  expect(texts('\ufeffhttps://exam\u200bple.org\u200e \u2066points:3\u2069 \u0000x')).toEqual([
    'https://example.org',
    'points:3',
    'x',
  ]);
});

test.each([
  ['"two words"', 'two words'],
  ['“two words”', 'two words'],
  ['„two words“', 'two words'],
  ['«two words»', 'two words'],
  ['"--style"', '--style'],
  ['""', ''],
])('%s groups', (line, text) => {
  expect(splitWords(line)).toEqual([{ text, isQuoted: true, written: line }]);
});

test.each([
  ['"half a quote', ['"half', 'a', 'quote']],
  ['it’s Ida’s', ['it’s', 'Ida’s']],
  ['5" nails', ['5"', 'nails']],
  ['said “no way”?', ['said', '“no', 'way”?']],
  ['a" b "c', ['a"', 'b', '"c']],
])('in %s the marks are letters', (line, words) => {
  expect(texts(line)).toEqual(words);
  expect(splitWords(line).every(({ isQuoted }) => !isQuoted)).toBe(true);
});

test('a link of Slack is one word, whatever its label says', () => {
  const link = '<https://example.org/a|The story, all of it>,';
  expect(texts(`${link} points:3`)).toEqual([link, 'points:3']);
  expect(texts('a < b > c <https://x')).toEqual(['a', '<', 'b', '>', 'c', '<https://x']);
});

test('emoji and right-to-left words stay whole', () => {
  expect(texts('👩‍🚒 قال الوزير 🏴󠁧󠁢󠁳󠁣󠁴󠁿 می‌خواهم')).toEqual(['👩‍🚒', 'قال', 'الوزير', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'می‌خواهم']);
});

test('as they were typed, the words are the line', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '“', '”', '„', '«', '»', ' ', 'a', '<https://x|', '>', '--', ':'))
      .map((a) => a.join('')),
  );
  fc.assert(
    fc.property(line, (text) => {
      const words = splitWords(text);
      const written = words.map((word) => word.written).join(' ');
      expect(splitWords(written)).toEqual(words);
      expect(written).toBe(plainText(text));
      expect(words.every(({ written }) => written !== '')).toBe(true);
    }),
  );
});

test('a megabyte of marks is split', () => {
  for (const part of ['"a ', '"', '“', '„a “b ', '<https://a|', '<https://a|b ', ' '])
    expect(expectToEnd(() => splitWords(part.repeat(300_000)).length)).toBeGreaterThanOrEqual(0);
});
