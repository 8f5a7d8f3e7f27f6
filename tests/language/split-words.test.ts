import { expect, test } from 'vitest';
import { splitWords } from '#language/split-words.ts';
import { expectToEnd } from '../expect-to-end.ts';

const split = (text: string) => splitWords(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['They don’t, she can’t and it’s Ruiz’s.', 'They do n’t , she ca n’t and it ’s Ruiz ’s .'],
  ['We cannot go.', 'We can not go .'],
  ['A well-known ex-mayor re-opened it.', 'A well - known ex-mayor re-opened it .'],
  [
    'Mr. Holm of Acme Inc. met J. R. Lund in the U.S. on Jan. 5.',
    'Mr. Holm of Acme Inc. met J. R. Lund in the U.S. on Jan. 5 .',
  ],
  ['It began at 9 p.m.', 'It began at 9 p.m.'],
  ['He said no.', 'He said no .'],
  ['It cost $3.5m, or 12% of 1,250.', 'It cost $ 3.5 m , or 12 % of 1,250 .'],
  [
    'Mail desk@news.example.org or see https://example.org/a?b=c.',
    'Mail desk@news.example.org or see https://example.org/a?b=c .',
  ],
  ['O’Neil of AT&T won in the ’90s…', 'O’Neil of AT&T won in the ’ 90s …'],
  ['“What?!” he cried—twice.', '“ What ?! ” he cried — twice .'],
])('parts words as the treebanks do: %s', (text, words) => {
  expect(split(text).join(' ')).toBe(words);
});

test('loses no character but white space', () => {
  const text = 'Lone \ud800 surrogates \udc00, 👍🏽 and e\u0301 –\u00a0“ok”…\nEnd';
  expect(split(text).join('')).toBe(text.replace(/\s/g, ''));
});

test('does not hang on hostile text', () => {
  for (const unit of ['a', 'a.', 'a@', 'a-', 'www.', 'https://', '1.', '!', '’s', '_', 'co-']) {
    const text = unit.repeat(60_000 / unit.length);
    expectToEnd(() => {
      splitWords(text);
    });
  }
});
