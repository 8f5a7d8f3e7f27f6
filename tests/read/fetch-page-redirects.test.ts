import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fetchPage } from '#read/fetch-page.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, type Site, serve, servePage } from './serve.ts';

/** Sends every visitor to what `to` says of the path. */
const redirecting = (to: (path: string) => string | null, status = 302): Promise<Site> =>
  serve((request, response) => {
    const location = to(request.url ?? '/');
    if (location === null) response.writeHead(200, { 'content-type': 'text/html' }).end('<p>arrived');
    else response.writeHead(status, { location }).end('moved'.repeat(1_000));
  });

const countdown = (path: string): string | null => {
  const left = Number(path.slice(1));
  return left === 0 ? null : `/${left - 1}`;
};

test.each([301, 302, 303, 307, 308])('follows a %s and gives the address it ends at', async (status) => {
  const site = await redirecting(countdown, status);
  const page = await fetchPage(`${site.origin}/2#top`, { allow: loopback });
  expect(page.url).toBe(`${site.origin}/0`);
  expect(Buffer.from(page.bytes).toString()).toBe('<p>arrived');
  await site.quiet();
});

test('five redirects are followed, six are too many', async () => {
  const site = await redirecting(countdown);
  expect((await fetchPage(`${site.origin}/5`, { allow: loopback })).url).toBe(`${site.origin}/0`);
  await expectProblem(fetchPage(`${site.origin}/6`, { allow: loopback }), 'TOO_MANY_REDIRECTS');
});

test('a circle is named as soon as it closes', async () => {
  const site = await redirecting((path) => (path === '/a' ? '/b#x' : '/a'));
  const problem = await expectProblem(fetchPage(`${site.origin}/a`, { allow: loopback }), 'TOO_MANY_REDIRECTS');
  expect(problem.message).toContain('circle');
  expect(site.connections()).toBe(2);
});

test.each([
  'http://[::1]:PORT/',
  'http://127.0.0.2:PORT/',
  '//2130706434:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://0:PORT/',
])('a redirect into a closed network is refused: %s', async (target) => {
  const canary = await servePage('caught', {});
  const site = await redirecting(() => target.replace('PORT', `${canary.port}`));
  await expectProblem(fetchPage(`${site.origin}/`, { allow: loopback }), 'BLOCKED_ADDRESS');
  expect(canary.connections()).toBe(0);
});

test('a redirect to what is no web address is refused', async () => {
  const targets = [
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'data:text/html,x',
    'http://a:b@127.0.0.1/',
    'http://',
    'http://[',
    `/${'a'.repeat(9_000)}`,
  ];
  for (const target of targets) {
    const site = await redirecting(() => target);
    await expectProblem(fetchPage(site.origin, { allow: loopback }), 'BAD_ADDRESS');
  }
});

test('a redirect without a location, and a 304 that nobody asked for, are no page', async () => {
  for (const status of [300, 302, 304]) {
    const site = await servePage('', {}, status);
    await expectProblem(fetchPage(site.origin, { allow: loopback }), 'UNREACHABLE');
  }
});

test('a redirect body without end is dropped, and nothing stays open', async () => {
  const site = await serve((request, response) => {
    if (request.url === '/there')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>arrived');
    response.writeHead(302, { location: '/there' });
    response.write('on and on');
  });
  expect((await fetchPage(site.origin, { allow: loopback })).url).toBe(`${site.origin}/there`);
  await site.quiet();
});

test('neither a redirect nor a refusal ends the process, and it exits by itself; proxy settings take no part', async () => {
  const proxy = await servePage('<p>from the proxy');
  const site = await redirecting((path) => (path === '/start' ? '/end' : path === '/out' ? 'http://10.0.0.1/' : null));
  const module = pathToFileURL(`${import.meta.dirname}/../../src/read/fetch-page.ts`).href;
  const code = `
    import { fetchPage } from ${JSON.stringify(module)};
    const allow = (address) => address === '127.0.0.1';
    const page = await fetchPage('${site.origin}/start', { allow });
    const code = await fetchPage('${site.origin}/out', { allow }).catch((error) => error.code);
    console.log(Buffer.from(page.bytes).toString(), code);
  `;
  const env = {
    ...process.env,
    HTTP_PROXY: proxy.origin,
    http_proxy: proxy.origin,
    ALL_PROXY: proxy.origin,
    NODE_USE_ENV_PROXY: '1',
  };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  expect(stdout).toBe('<p>arrived BLOCKED_ADDRESS\n');
  expect(proxy.connections()).toBe(0);
});
