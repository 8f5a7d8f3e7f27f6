import { expect, test } from 'vitest';
import { redirectAddress, webAddress } from '#read/web-address.ts';
import { expectToEnd } from '../expect-to-end.ts';

test.each([
  ['https://example.org/story', 'https://example.org/story'],
  ['  http://example.org/story#part ', 'http://example.org/story'],
  ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
  ['example.org', 'https://example.org/'],
  ['example.org/story?a=b#c', 'https://example.org/story?a=b'],
  ['example.org:8080/story', 'https://example.org:8080/story'],
  ['example.org:8080', 'https://example.org:8080/'],
  ['localhost:3000/x', 'https://localhost:3000/x'],
  ['//example.org/story', 'https://example.org/story'],
  ['www.münchen.example/straße', 'https://www.xn--mnchen-3ya.example/stra%C3%9Fe'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
])('“%s” is meant as %s', (given, meant) => {
  expect(webAddress(given).href).toBe(meant);
});

test.each([
  'minister',
  'two words',
  'mailto:a@example.org',
  'file:///x',
  'data:,x',
  'x:y',
  'https:',
  ':',
  '/story',
  '?a',
  '#a',
])('“%s” is no address', (given) => {
  expect(() => webAddress(given)).toThrow(expect.objectContaining({ code: 'BAD_ADDRESS' }));
});

test('a redirect is read from where it stands, and loses its fragment', () => {
  const from = new URL('https://example.org/a/b');
  expect(redirectAddress('c?d#e', from).href).toBe('https://example.org/a/c?d');
  expect(redirectAddress('//other.example/', from).href).toBe('https://other.example/');
});

test('a megabyte of anything is judged', () => {
  expectToEnd(() => {
    for (const letter of ['a', ' ', '/', ':', '.', '1', '\ud800']) {
      expect(() => webAddress(letter.repeat(1_000_000))).toThrow();
      expect(() => redirectAddress(letter.repeat(1_000_000), new URL('https://example.org/'))).toThrow();
    }
  });
});

test('what is told of a bad address is short and steers no terminal', () => {
  const told = (input: string): string => {
    try {
      return webAddress(input).href;
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  expect(told('a \u001b[31mred\u202e b')).toBe('“a \ufffd[31mred\ufffd b” is no address');
  expect(told(`${'x'.repeat(5_000)}:y`).length).toBeLessThan(150);
  expect(told(`${'x '.repeat(3_000)}`).length).toBeLessThan(150);
});
