import { expect, test } from 'vitest';
import { allowAddresses } from '#read/allow-addresses.ts';

test('an empty list allows nothing', () => {
  expect(allowAddresses('')('127.0.0.1')).toBe(false);
  expect(allowAddresses(' , ')('::1')).toBe(false);
});

test('IPv6 addresses and ranges are understood', () => {
  const allow = allowAddresses('::1,fd00::/8');
  expect(allow('::1')).toBe(true);
  expect(allow('fd12:3456::1')).toBe(true);
  expect(allow('fe80::1')).toBe(false);
});

test('what is no address is never allowed', () => {
  expect(allowAddresses('0.0.0.0/0')('example.org')).toBe(false);
});

test.each(['localhost', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', 'fd00::/129', '300.1.1.1', '127.0.0.1:80'])(
  '%s is refused in words',
  (entry) => {
    expect(() => allowAddresses(entry)).toThrow(/is no IP address or range; write for example/);
  },
);
