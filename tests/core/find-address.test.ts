import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAddress, readAddress } from '#core/find-address.ts';
import { expectToEnd } from '../expect-to-end.ts';

test.each([
  ['https://example.org/story', 'https://example.org/story'],
  ['HTTP://EXAMPLE.ORG', 'HTTP://EXAMPLE.ORG'],
  ['example.org', 'https://example.org'],
  ['example.org/story?id=1#top', 'https://example.org/story?id=1#top'],
  ['www.example.co.uk:8443/a', 'https://www.example.co.uk:8443/a'],
  ['bücher.example/straße', 'https://bücher.example/straße'],
  ['пример.рф', 'https://пример.рф'],
  ['<https://example.org/story>', 'https://example.org/story'],
  ['<https://example.org/story|example.org>', 'https://example.org/story'],
  ['<https://example.org/story|The story, all of it>', 'https://example.org/story'],
])('%s is the address %s', (word, address) => {
  expect(findAddress(word)).toBe(address);
});

test.each([
  ['https://example.org/story.', 'https://example.org/story'],
  ['https://example.org/story),', 'https://example.org/story'],
  ['https://example.org/story?!', 'https://example.org/story'],
  ['<https://example.org/story>,', 'https://example.org/story'],
  ['example.org/story…', 'https://example.org/story'],
  ['https://example.org/Sund_(strait)', 'https://example.org/Sund_(strait)'],
  ['https://example.org/a[1]', 'https://example.org/a[1]'],
])('of %s the sentence’s own marks are left out', (word, address) => {
  expect(findAddress(word)).toBe(address);
});

test.each([
  ...['e.g.', 'i.e.', 'U.S.', 'U.S', '3.5', '1.000,00', 'a.m.', 'No.', '...', '…', '', '.', '/', 'story'],
  ...['node.js', 'Node.js', 'story.html', 'report.pdf', 'notes.txt', 'index.ts'],
  ...[
    'ida@example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://example.org',
    'https://',
    'localhost:3000/x',
  ],
  ...['<@U123>', '<#C123|general>', '<mailto:a@example.org|a@example.org>', '-example.org', 'exa mple.org'],
])('%j is no address', (word) => {
  expect(findAddress(word)).toBeNull();
  expect(() => readAddress(word)).toThrow(expect.objectContaining({ code: 'BAD_USAGE' }));
});

test('what is found is found again, and begins with its scheme', () => {
  const word = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true, withFragments: true }));
  fc.assert(
    fc.property(word, fc.constantFrom('', '.', '),', '”', '?'), (text, end) => {
      const address = findAddress(text + end);
      if (address === null) return;
      expect(address).toMatch(/^https?:\/\//i);
      expect(findAddress(address)).toBe(address);
    }),
  );
});

test('every address that a browser shows is found, in Slack’s brackets too', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const found = findAddress(url);
      expect(found).not.toBeNull();
      expect(url.startsWith(found ?? '-')).toBe(true);
      if (!/[|>]/.test(url)) expect(findAddress(`<${url}|a label>`)).toBe(found);
    }),
  );
});

test('a word of a megabyte is judged', () => {
  for (const part of ['a.', 'a', '<https://a|', ')', '.', 'a-'])
    expect(expectToEnd(() => findAddress(part.repeat(500_000)))).toBeNull();
});
