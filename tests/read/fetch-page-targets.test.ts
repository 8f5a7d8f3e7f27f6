/** Where fetchPage must not go, however the place is written. Nothing here leaves the machine: a canary counts who comes. */
import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { fetchPage } from '#read/fetch-page.ts';
import type { Lookup } from '#read/guard-lookup.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, serve, servePage } from './serve.ts';

/** Every spelling of this machine, of private networks and of metadata services that we know; PORT is the canary's. */
const BLOCKED = [
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://127.127.127.127:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0X7F.1:PORT/',
  'http://0x7f.0x0.0x0.0x1:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0177.0.0.0x1:PORT/',
  'http://00000177.1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://127%2e0%2e0%2e1:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://\uff11\uff12\uff17.\uff10.0.1:PORT/',
  'http://127。0。0。1:PORT/',
  'http://1\t27.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http:127.0.0.1:PORT/',
  'http:///127.0.0.1:PORT/',
  'https://127.0.0.1:PORT/',
  '127.0.0.1:PORT',
  '//127.0.0.1:PORT/',
  '  http://127.0.0.1:PORT/  ',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0x0:PORT/',
  'http://00:PORT/',
  'http://[::]:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::7f00:1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::FFFF:7F00:0001]:PORT/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://[64:ff9b:1::127.0.0.1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001:0:7f00:1::]:PORT/',
  'http://[::ffff:169.254.169.254]/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://any.localhost:PORT/',
  'http://locаlhost.localhost:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xA9FEA9FE/',
  'http://0251.0376.0251.0376/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://10.0.0.1/',
  'http://10.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://192.168.257/',
  'http://198.18.0.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
];

/** No address of the web at all. */
const BAD = [
  '',
  '   ',
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'data:text/html,hello',
  'gopher://127.0.0.1:PORT/_GET',
  'ftp://127.0.0.1:PORT/',
  'ws://127.0.0.1:PORT/',
  'javascript:alert(1)',
  'mailto:someone@example.org',
  'blob:http://127.0.0.1:PORT/x',
  'view-source:http://127.0.0.1:PORT/',
  'http://',
  'http://user@127.0.0.1:PORT/',
  'http://user:secret@127.0.0.1:PORT/',
  'http://:secret@127.0.0.1:PORT/',
  'http://example.org@127.0.0.1:PORT/',
  'http://[fe80::1%25lo]:PORT/',
  'http://[::1%lo]:PORT/',
  'http://127.0.0.1.5.6:PORT/',
  'http://256.256.256.256:PORT/',
  'http://0x100000000:PORT/',
  'http://127.0.0.1:99999/',
  'http://127.0.0.1\u0000.example.org:PORT/',
  'http://exa mple.org/',
  'what the minister said',
  'minister',
  `http://127.0.0.1:PORT/${'a'.repeat(9_000)}`,
];

const answers =
  (...addresses: string[]): Lookup =>
  (_name, _options, done) =>
    done(null, addresses.map(asAnswer));

function asAnswer(address: string): LookupAddress {
  return { address, family: address.includes(':') ? 6 : 4 };
}

test('none of the closed targets is ever connected to, in any spelling', async () => {
  const canary = await serve((_request, response) => response.end('caught'), '0.0.0.0');
  expect(BLOCKED.length + BAD.length).toBeGreaterThan(90);
  for (const target of BLOCKED)
    await expectProblem(fetchPage(target.replace('PORT', `${canary.port}`)), 'BLOCKED_ADDRESS');
  for (const target of BAD) await expectProblem(fetchPage(target.replace('PORT', `${canary.port}`)), 'BAD_ADDRESS');
  expect(canary.connections()).toBe(0);
  // The canary does sing when somebody comes.
  await fetchPage(`http://127.0.0.1:${canary.port}/`, { allow: loopback });
  expect(canary.connections()).toBe(1);
});

test.each([
  ['127.0.0.1'],
  ['10.0.0.1'],
  ['169.254.169.254'],
  ['::1'],
  ['::ffff:127.0.0.1'],
  ['64:ff9b::7f00:1'],
  ['168.63.129.16'],
  ['not an address'],
])('a name that resolves to %s is refused', async (address) => {
  const canary = await servePage('caught');
  const lookup = answers(address);
  await expectProblem(fetchPage(`http://news.test:${canary.port}/`, { lookup }), 'BLOCKED_ADDRESS');
  expect(canary.connections()).toBe(0);
});

test('a name with one good and one bad answer is refused, in either order', async () => {
  const site = await servePage('<p>good');
  const url = `http://news.test:${site.port}/`;
  for (const addresses of [
    ['127.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '::1'],
  ]) {
    await expectProblem(fetchPage(url, { allow: loopback, lookup: answers(...addresses) }), 'BLOCKED_ADDRESS');
  }
  expect(site.connections()).toBe(0);
  await fetchPage(url, { allow: loopback, lookup: answers('127.0.0.1') });
  expect(site.connections()).toBe(1);
});

test('a name that answers differently the second time (rebinding) gains nothing', async () => {
  const canary = await servePage('caught', {}, 200);
  let asked = 0;
  const lookup: Lookup = (_name, _options, done) => {
    asked += 1;
    done(null, [asAnswer(asked === 1 ? '127.0.0.2' : '127.0.0.1')]);
  };
  const port = await sharedPort(canary.port);
  const allow = (address: string) => address === '127.0.0.2';
  await expectProblem(fetchPage(`http://news.test:${port}/first`, { allow, lookup }), 'BLOCKED_ADDRESS');
  expect(asked).toBe(2);
  expect(canary.connections()).toBe(0);
});

/** A server on 127.0.0.2 that sends each visitor back to the same name, on the canary's port. */
async function sharedPort(canaryPort: number): Promise<number> {
  const site = await serve((_request, response) => {
    response.writeHead(302, { location: `http://news.test:${canaryPort}/second` }).end();
  }, '127.0.0.2');
  return site.port;
}

test('the far end of the open socket is judged once more', async () => {
  const site = await servePage('<p>caught');
  let asked = 0;
  const allow = () => {
    asked += 1;
    return asked === 1;
  };
  await expectProblem(
    fetchPage(`http://news.test:${site.port}/`, { allow, lookup: answers('127.0.0.1') }),
    'BLOCKED_ADDRESS',
  );
  expect(asked).toBe(2);
  await site.quiet();
});

test('localhost means this machine and is reached where its address is allowed', async () => {
  const site = await servePage('<p>mine');
  const page = await fetchPage(`http://localhost:${site.port}/x#part`, { allow: loopback });
  expect(page.url).toBe(`http://localhost:${site.port}/x`);
});

test('a name that does not exist, or has no address, is not found', async () => {
  const missing: Lookup = (_name, _options, done) => done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []);
  await expectProblem(fetchPage('http://nowhere.test/', { lookup: missing }), 'NOT_FOUND');
  await expectProblem(fetchPage('http://nowhere.test/', { lookup: answers() }), 'NOT_FOUND');
});

test('a resolver in trouble is no missing site', async () => {
  const lost: Lookup = (_name, _options, done) => done(Object.assign(new Error('lost'), { code: 'EAI_AGAIN' }), []);
  await expectProblem(fetchPage('http://news.test/', { lookup: lost }), 'UNREACHABLE');
});
