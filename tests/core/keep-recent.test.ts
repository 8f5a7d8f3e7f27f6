import { expect, test } from 'vitest';
import { keepRecent } from '#core/keep-recent.ts';
import { readTokens } from '#language/read-tokens.ts';

test('makes nothing twice while it is kept, and forgets rather than grow', () => {
  const made: string[] = [];
  const keep = keepRecent<string>(400);
  const read = (name: string) =>
    keep(name, () => {
      made.push(name);
      return name.toUpperCase();
    });
  expect([read('ferry'), read('harbour'), read('ferry')]).toEqual(['FERRY', 'HARBOUR', 'FERRY']);
  expect(made).toEqual(['ferry', 'harbour']);
  for (let i = 0; i < 1_000; i += 1) read(`word ${i}`);
  read('ferry');
  expect(made.filter((name) => name === 'ferry')).toHaveLength(2);
});

test('what fails is not kept', () => {
  const keep = keepRecent<number>(400);
  const fail = () => {
    throw new RangeError('no');
  };
  expect(() => keep('one', fail)).toThrow('no');
  expect(keep('one', () => 1)).toBe(1);
});

test('a sentence that comes again elsewhere has the same words at its own place', () => {
  const text = 'The mast fell. The mast fell.';
  const spans = [
    { start: 0, end: 14 },
    { start: 15, end: 29 },
  ];
  const tokens = readTokens(text, spans, 'en');
  const [first, second] = [0, 1].map((at) => tokens.filter(({ sentence }) => sentence === at));
  expect(second).toEqual(
    first?.map((token) => ({ ...token, start: token.start + 15, end: token.end + 15, sentence: 1 })),
  );
  for (const { start, end, text: word } of tokens) expect(text.slice(start, end)).toBe(word);
});
