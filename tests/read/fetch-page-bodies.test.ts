import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetchPage } from '#read/fetch-page.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, serve, servePage, serveRaw } from './serve.ts';

const allow = loopback;
const PAGE = `<p>${'The council met on Tuesday and put the bridge off again. '.repeat(400)}`;
const MEBIBYTE = 1024 * 1024;

const textOf = async (url: string): Promise<string> => Buffer.from((await fetchPage(url, { allow })).bytes).toString();

test('says who asks, what it reads, and nothing of who sent it', async () => {
  let seen: Record<string, unknown> = {};
  const site = await serve((request, response) => {
    seen = { ...request.headers, line: `${request.method} ${request.url}` };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  const page = await fetchPage(`${site.origin}/a?b=c#d`, { allow });
  expect(page).toMatchObject({ url: `${site.origin}/a?b=c`, contentType: 'text/html; charset=utf-8' });
  expect(seen.line).toBe('GET /a?b=c');
  expect(seen['user-agent']).toMatch(/^byline\/\d/);
  expect(seen.accept).toContain('text/html');
  expect(seen['accept-encoding']).toBe('gzip, deflate, br, zstd');
  expect(Object.keys(seen).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'line',
    'user-agent',
  ]);
  await site.quiet();
});

test.each([
  ['gzip', gzipSync(PAGE)],
  ['x-gzip', gzipSync(PAGE)],
  ['GZip', gzipSync(PAGE)],
  ['deflate', deflateSync(PAGE)],
  ['deflate', deflateRawSync(PAGE)],
  ['br', brotliCompressSync(PAGE)],
  ['zstd', zstdCompressSync(PAGE)],
  ['identity', Buffer.from(PAGE)],
  ['identity, gzip', gzipSync(PAGE)],
  ['utf-8', Buffer.from(PAGE)],
  ['', Buffer.from(PAGE)],
])('undoes content-encoding “%s”', async (coding, bytes) => {
  const site = await servePage(bytes, { 'content-encoding': coding });
  expect(await textOf(site.origin)).toBe(PAGE);
  await site.quiet();
});

test('a gzip of several members is one page, and an empty page is empty under any coding', async () => {
  const site = await servePage(Buffer.concat([gzipSync(PAGE), gzipSync(PAGE)]), { 'content-encoding': 'gzip' });
  expect(await textOf(site.origin)).toBe(PAGE + PAGE);
  for (const coding of ['gzip', 'br', 'deflate', 'zstd']) {
    const empty = await servePage('', { 'content-encoding': coding });
    expect(await textOf(empty.origin)).toBe('');
  }
});

test.each([
  ['gzip', gzipSync(PAGE).subarray(0, 60)],
  ['gzip', gzipSync(PAGE).subarray(0, -4)],
  ['gzip', Buffer.from(PAGE)],
  ['gzip', brotliCompressSync(PAGE)],
  ['deflate', deflateSync(PAGE).subarray(0, 40)],
  ['br', brotliCompressSync(PAGE).subarray(0, 20)],
  ['br', Buffer.from(PAGE)],
  ['zstd', zstdCompressSync(PAGE).subarray(0, 40)],
  ['zstd', Buffer.from(PAGE)],
  ['gzip, gzip', gzipSync(gzipSync(PAGE))],
  ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
])('broken, false or stacked compression is undecodable: %s', async (coding, bytes) => {
  const site = await servePage(bytes, { 'content-encoding': coding });
  await expectProblem(fetchPage(site.origin, { allow }), 'UNDECODABLE');
  await site.quiet();
});

test.each([
  ['gzip', gzipSync(Buffer.alloc(300 * MEBIBYTE))],
  ['br', brotliCompressSync(Buffer.alloc(300 * MEBIBYTE), { params: { 0: 0, 1: 1 } })],
  ['zstd', zstdCompressSync(Buffer.alloc(300 * MEBIBYTE))],
])('a %s bomb is too large, and costs little memory', async (coding, bomb) => {
  expect(bomb.length).toBeLessThan(MEBIBYTE);
  const site = await servePage(bomb, { 'content-encoding': coding });
  const before = process.memoryUsage().rss;
  await expectProblem(fetchPage(site.origin, { allow }), 'TOO_LARGE');
  // 10 MiB may be decoded, and the decoder reads ahead; the 300 MiB never exist.
  expect(process.memoryUsage().rss - before).toBeLessThan(80 * MEBIBYTE);
  await site.quiet();
});

test('a body without end is cut off, plain or compressed', async () => {
  const piece = Buffer.alloc(64 * 1024, 'a');
  for (const coding of ['identity', 'gzip']) {
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding });
      const bytes = coding === 'gzip' ? gzipSync(piece) : piece;
      const more = () => {
        while (!response.destroyed && response.write(bytes));
      };
      response.on('drain', more);
      more();
    });
    await expectProblem(fetchPage(site.origin, { allow }), 'TOO_LARGE');
    await site.quiet();
  }
});

test('the wire has its own limit, below that of what is decoded', async () => {
  const site = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    for (let i = 0; i < 6; i += 1) response.write(Buffer.alloc(MEBIBYTE, 'a'));
    response.end();
  });
  await expectProblem(fetchPage(site.origin, { allow }), 'TOO_LARGE');
  expect((await fetchPage(site.origin, { allow, limits: { wireBytes: 7 * MEBIBYTE } })).bytes.length).toBe(
    6 * MEBIBYTE,
  );
  await site.quiet();
});

test('what announces itself as too large is not read', async () => {
  const site = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': `${30 * MEBIBYTE}` });
    response.write('begins');
  });
  const problem = await expectProblem(fetchPage(site.origin, { allow }), 'TOO_LARGE');
  expect(problem.message).toContain('31457280');
  await site.quiet();
});

test('a false content-length does no harm', async () => {
  const answer = (length: string) =>
    `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${length}\r\n\r\n<p>short`;
  const send = (text: string) => serveRaw((socket) => socket.once('data', () => socket.end(text)));
  await expectProblem(fetchPage((await send(answer('100'))).origin, { allow }), 'UNREACHABLE');
  await expectProblem(fetchPage((await send(answer('-5'))).origin, { allow }), 'UNREACHABLE');
  await expectProblem(fetchPage((await send(answer('many'))).origin, { allow }), 'UNREACHABLE');
  await expectProblem(fetchPage((await send(answer('99999999999999999999999'))).origin, { allow }), 'UNREACHABLE');
  await expectProblem(fetchPage((await send(answer('1000000000'))).origin, { allow }), 'TOO_LARGE');
  expect(await textOf((await send(answer('3'))).origin)).toBe('<p>');
});

test.each([
  'text/html',
  'Text/HTML; charset=ISO-8859-1',
  'application/xhtml+xml',
  'text/plain',
  'application/pdf',
  'application/octet-stream',
  'nonsense',
  '',
])('reads what may be an article: “%s”', async (type) => {
  const site = await servePage(PAGE, { 'content-type': type });
  expect((await fetchPage(site.origin, { allow })).contentType).toBe(type);
});

test('reads a page without any content type', async () => {
  const site = await serveRaw((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n<p>untold')));
  const page = await fetchPage(site.origin, { allow });
  expect(page.contentType).toBeNull();
  expect(Buffer.from(page.bytes).toString()).toBe('<p>untold');
});

test.each([
  'image/png',
  'image/svg+xml',
  'video/mp4',
  'audio/mpeg',
  'application/json',
  'application/ld+json',
  'application/zip',
  'application/gzip',
  'application/xml',
  'application/rss+xml',
  'application/javascript',
  'text/css',
  'font/woff2',
  'application/msword',
])('turns away %s without waiting for the body', async (type) => {
  const site = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    response.write('never ends');
  });
  await expectProblem(fetchPage(site.origin, { allow }), 'UNSUPPORTED_TYPE');
  await site.quiet();
});

test('whoever wants other documents says so', async () => {
  const site = await servePage('{}', { 'content-type': 'application/feed+json' });
  const accept = {
    header: 'application/feed+json',
    isWelcome: (type: string | null) => type === 'application/feed+json',
  };
  expect(Buffer.from((await fetchPage(site.origin, { allow, accept })).bytes).toString()).toBe('{}');
});
