/** Slow servers, and callers who leave. Limits are small here, so nothing sleeps. */
import { getEventListeners } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { fetchPage } from '#read/fetch-page.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, serve, servePage, serveRaw } from './serve.ts';

const allow = loopback;
const SHORT = { totalMs: 150 };
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';

test('silence before the headers is too slow', async () => {
  const site = await serveRaw(() => undefined);
  await expectProblem(fetchPage(site.origin, { allow, limits: SHORT }), 'TOO_SLOW');
  await site.quiet();
});

test('silence instead of a TLS handshake is too slow, and the socket is closed at once', async () => {
  const site = await serveRaw(() => undefined);
  const url = site.origin.replace('http:', 'https:');
  await expectProblem(fetchPage(url, { allow, limits: SHORT }), 'TOO_SLOW');
  await site.quiet();
});

test('a resolver that never answers is too slow', async () => {
  await expectProblem(fetchPage('http://news.test/', { limits: SHORT, lookup: () => undefined }), 'TOO_SLOW');
});

test('headers that never end are too slow, however busy the line', async () => {
  const site = await serveRaw((socket) => {
    socket.write(HEAD);
    const timer = setInterval(() => socket.write('x: y\r\n'), 5);
    socket.on('close', () => clearInterval(timer));
  });
  await expectProblem(fetchPage(site.origin, { allow, limits: SHORT }), 'TOO_SLOW');
  await site.quiet();
});

test('a body that drips is too slow, however often it drips', async () => {
  const site = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('.'), 5);
    response.on('close', () => clearInterval(timer));
  });
  await expectProblem(fetchPage(site.origin, { allow, limits: SHORT }), 'TOO_SLOW');
  await site.quiet();
});

test('a compressed body that falls silent is too slow', async () => {
  const site = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]));
  });
  await expectProblem(fetchPage(site.origin, { allow, limits: SHORT }), 'TOO_SLOW');
  await site.quiet();
});

test('the limits for connecting, for headers and for silence work on their own', async () => {
  const deaf = await serveRaw(() => undefined);
  const url = deaf.origin.replace('http:', 'https:');
  await expectProblem(fetchPage(url, { allow, limits: { connectMs: 50 } }), 'TOO_SLOW');
  const mute = await serveRaw(() => undefined);
  await expectProblem(fetchPage(mute.origin, { allow, limits: { headersMs: 50 } }), 'TOO_SLOW');
  const stuck = await serveRaw((socket) => socket.write(`${HEAD}\r\nbegins`));
  await expectProblem(fetchPage(stuck.origin, { allow, limits: { idleMs: 50 } }), 'TOO_SLOW');
  await Promise.all([deaf.quiet(), mute.quiet(), stuck.quiet()]);
});

test('redirects do not renew the time', async () => {
  const site = await serve((request, response) => {
    const timer = setTimeout(() => response.writeHead(302, { location: `${request.url}1` }).end(), 60);
    response.on('close', () => clearTimeout(timer));
  });
  await expectProblem(fetchPage(site.origin, { allow, limits: SHORT }), 'TOO_SLOW');
  await site.quiet();
});

test('a caller who leaves ends the work, at any moment, and leaves no listener behind', async () => {
  const already = new AbortController();
  already.abort();
  await expectProblem(fetchPage('http://10.0.0.1/', { signal: already.signal }), 'CANCELLED');

  const waiting = new AbortController();
  const mute = await serveRaw(() => {
    waiting.abort(new Error('the reader closed the window'));
  });
  await expectProblem(fetchPage(mute.origin, { allow, signal: waiting.signal }), 'CANCELLED');
  await mute.quiet();

  const reading = new AbortController();
  const endless = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('begins', () => reading.abort());
  });
  await expectProblem(fetchPage(endless.origin, { allow, signal: reading.signal }), 'CANCELLED');
  await endless.quiet();

  const patient = new AbortController();
  const site = await servePage('<p>done');
  await fetchPage(site.origin, { allow, signal: patient.signal });
  expect(getEventListeners(patient.signal, 'abort')).toEqual([]);
  patient.abort();
});

test('ten at once do not disturb one another', async () => {
  const site = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>page ${request.url}`.padEnd(200_000));
  });
  const pages = await Promise.all(Array.from({ length: 10 }, (_, i) => fetchPage(`${site.origin}/${i}`, { allow })));
  expect(pages.map(({ bytes }) => Buffer.from(bytes).toString().trim())).toEqual(pages.map((_, i) => `<p>page /${i}`));
  await site.quiet();
});

test('headers beyond all measure are refused', async () => {
  const site = await serveRaw((socket) => socket.write(`${HEAD}x: ${'y'.repeat(200_000)}\r\n\r\n<p>body`));
  await expectProblem(fetchPage(site.origin, { allow }), 'UNREACHABLE');
  await site.quiet();
});

test.each([
  ['nothing', ''],
  ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n'],
  ['a broken status line', 'HTTP/1.1 OK\r\n\r\n'],
  ['two lengths', `${HEAD}content-length: 3\r\ncontent-length: 4\r\n\r\nabcd`],
  ['a broken chunk', `${HEAD}transfer-encoding: chunked\r\n\r\nZZ\r\nabc\r\n`],
  ['half a chunk', `${HEAD}transfer-encoding: chunked\r\n\r\nff\r\nabc`],
])('a server that answers with %s does not answer as it should', async (_name, text) => {
  const site = await serveRaw((socket) => socket.once('data', () => socket.end(text)));
  await expectProblem(fetchPage(site.origin, { allow }), 'UNREACHABLE');
  await site.quiet();
});

test('a refused or reset connection, and plain words where TLS is due, are unreachable', async () => {
  const reset = await serveRaw((socket) => socket.resetAndDestroy());
  await expectProblem(fetchPage(reset.origin, { allow }), 'UNREACHABLE');
  const plain = await servePage('<p>plain');
  await expectProblem(fetchPage(plain.origin.replace('http:', 'https:'), { allow }), 'UNREACHABLE');
  const gone = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => gone.once('listening', resolve));
  const address = gone.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await new Promise((resolve) => gone.close(resolve));
  await expectProblem(fetchPage(`http://127.0.0.1:${port}/`, { allow }), 'UNREACHABLE');
});
