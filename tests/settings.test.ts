import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { readSettings } from '#settings.ts';

test('with nothing set no private address is allowed', () => {
  const { allow } = readSettings({}, '/srv/byline');
  expect(allow('127.0.0.1')).toBe(false);
});

test('an address that is listed is allowed, and no other', () => {
  const { allow } = readSettings({ ALLOW_PRIVATE_ADDRESSES: ' 127.0.0.1 , 10.1.0.0/16' }, '/srv/byline');
  expect(allow('127.0.0.1')).toBe(true);
  expect(allow('10.1.200.3')).toBe(true);
  expect(allow('10.2.0.1')).toBe(false);
  expect(allow('127.0.0.2')).toBe(false);
});

test('a setting that cannot be understood is named, with what would be right', () => {
  expect(() => readSettings({ ALLOW_PRIVATE_ADDRESSES: 'localhost' }, '/srv/byline')).toThrow(Problem);
  expect(() => readSettings({ ALLOW_PRIVATE_ADDRESSES: 'localhost' }, '/srv/byline')).toThrow(
    /ALLOW_PRIVATE_ADDRESSES: “localhost” is no IP address/,
  );
});
