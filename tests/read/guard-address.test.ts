import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { guardAddress, isPublic } from '#read/guard-address.ts';

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '126.255.255.255',
  '128.0.0.1',
  '168.63.129.15',
  '168.63.129.17',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '192.169.0.1',
  '198.17.255.255',
  '198.20.0.1',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2001:4860:4860::8888',
  '2a00:1450:4001::200e',
  '2620:fe::fe',
];

const CLOSED = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.0.1',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.31.196.1',
  '192.52.193.1',
  '192.88.99.1',
  '192.168.0.1',
  '192.175.48.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::127.0.0.1',
  '::8.8.8.8',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:808:808::1',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];

test.each(PUBLIC)('%s is public', (address) => {
  expect(isPublic(address)).toBe(true);
  expect(() => guardAddress(address)).not.toThrow();
});

test.each(CLOSED)('%s is not public', (address) => {
  expect(isPublic(address)).toBe(false);
  expect(() => guardAddress(address)).toThrow(Problem);
});

test.each([
  '',
  'localhost',
  'example.org',
  '2130706433',
  '0x7f.1',
  '127.1',
  '1.2.3',
  '1.2.3.4.5',
  '[::1]',
  '8.8.8.8 ',
  '8.8.8.8/8',
  'a socket',
])('what is no address in full spelling is refused: “%s”', (text) => {
  expect(isPublic(text)).toBe(false);
  expect(() => guardAddress(text)).toThrow(expect.objectContaining({ code: 'BLOCKED_ADDRESS' }));
});

test('allow opens exactly the addresses that it names, asked in their usual spelling', () => {
  const asked: string[] = [];
  const allow = (address: string) => {
    asked.push(address);
    return address === '::1';
  };
  guardAddress('0:0:0:0:0:0:0:1', allow);
  guardAddress('::1%lo', allow);
  expect(() => guardAddress('::2', allow)).toThrow(Problem);
  expect(() => guardAddress('127.0.0.1', allow)).toThrow(Problem);
  expect(asked).toEqual(['::1', '::1', '::2', '127.0.0.1']);
});

test('allow is not asked about public addresses', () => {
  guardAddress('8.8.8.8', () => {
    throw new Error('asked');
  });
});

test('an IPv6 address that wraps an IPv4 address is closed, whatever it wraps', () => {
  fc.assert(
    fc.property(
      fc.ipV4(),
      fc.constantFrom('::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::'),
      (inner, prefix) => {
        expect(isPublic(`${prefix}${inner}`)).toBe(false);
      },
    ),
  );
});

test('no text at all makes the guard fail in another way than by saying no', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (text) => {
      expect(typeof isPublic(text)).toBe('boolean');
    }),
  );
});
