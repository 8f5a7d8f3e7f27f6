import { request } from 'node:http';
import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { Hono } from 'hono';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servePages } from '#platforms/console/serve-pages.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type OpenChannel, openChannel, SLUG } from './open-channel.ts';

let channel: OpenChannel;
beforeEach(async () => {
  channel = await openChannel();
});
afterEach(() => channel.close());

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** A request as no browser sends it: `fetch` would set Host and Origin by itself. */
function ask(path: string, headers: Record<string, string> = {}, form?: string, method?: string): Promise<Answer> {
  const verb = method ?? (form === undefined ? 'GET' : 'POST');
  const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${channel.url}${path}`,
      { method: verb, headers: { ...type, ...headers } },
      async (response) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await readAll(response) });
      },
    );
    sent.once('error', reject);
    sent.end(form);
  });
}

/** A form as the page itself sends it. */
const say = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  ask('/say', { origin: channel.url, ...headers }, String(new URLSearchParams(form)));
const BY_SCRIPT = { accept: 'text/fragment' };

test.each(['/', '/healthz', `/b/${SLUG}`, '/b/nothing', '/assets/console.js'])(
  'every answer forbids foreign scripts, frames and guesses about types: %s',
  async (path) => {
    const { headers } = await ask(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  },
);

test('no page has a script or a style of its own in it', async () => {
  for (const path of ['/', `/b/${SLUG}`, '/nowhere']) {
    const { document } = parseHTML((await ask(path)).body);
    expect(document.querySelectorAll('script:not([src]), style, [style]').length).toBe(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
  }
});

test.each([
  'example.org',
  '127.0.0.1.example.org',
  'localhost.example.org:3000',
  '127.0.0.1@example.org',
  '192.168.1.4:3000',
])('the channel is hidden from a page that calls this machine %j', async (host) => {
  // What is no host at all is refused before anybody looks at it (400).
  for (const path of ['/', '/?thread=1', '/events']) expect([400, 403]).toContain((await ask(path, { host })).status);
  const sent = await ask('/say', { host, origin: `http://${host}` }, 'text=%2Fhelp');
  expect([400, 403]).toContain(sent.status);
  expect(channel.arrivals).toEqual([]);
});

test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
  'the channel answers to %s',
  async (host) => {
    expect((await ask('/', { host })).status).toBe(200);
    expect((await ask('/', { host }, undefined, 'HEAD')).status).toBe(200);
  },
);

test.each([
  ['another site', { origin: 'https://example.org' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['a page without an origin that the browser calls foreign', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['nobody knows where', {}],
])('a form from %s is refused', async (_, headers) => {
  for (const path of ['/say', '/press'])
    expect((await ask(path, headers, `text=%2Fhelp&press=cited:${SLUG}`)).status).toBe(403);
  expect(channel.arrivals).toEqual([]);
  expect(await channel.transcript.list({ channel: 'general', thread: null, limit: 10 })).toEqual([]);
});

test('what is typed arrives as a command, with its place and person', async () => {
  const id = '11111111-2222-4333-8444-555555555555';
  const { status, body } = await say({ text: '/brief https://example.org/a', id }, BY_SCRIPT);
  expect(status).toBe(200);
  expect(channel.arrivals).toEqual([
    {
      id,
      kind: 'command',
      command: 'brief',
      input: 'https://example.org/a',
      verb: null,
      replyTo: null,
      place: { platform: 'console', workspace: 'local', channel: 'general', thread: null },
      person: { id: 'you', name: null, mayManage: true },
    },
  ]);
  expect(parseHTML(`<ol>${body}</ol>`).document.querySelector('[data-entry] .words')?.textContent).toBe(
    '/brief https://example.org/a',
  );
});

test('an id that is none is replaced: nobody writes into the key of a post', async () => {
  await say({ text: '/brief https://example.org/a', id: "x'; drop" });
  expect(channel.arrivals[0]?.id).toMatch(/^[\da-f-]{36}$/);
});

test('in a thread plain words are a message of that thread', async () => {
  await say({ text: '/brief https://example.org/a' });
  const { status, headers } = await say({ text: 'Who closed it?', thread: '2' });
  expect([status, headers.location]).toEqual([303, '/?thread=2#entry-3']);
  expect(channel.arrivals[1]).toMatchObject({ kind: 'message', text: 'Who closed it?', place: { thread: '2' } });
});

test.each(['99', '1e3', '../1', '3'])('a thread that is none takes nothing: %j', async (thread) => {
  await say({ text: '/brief https://example.org/a' });
  await say({ text: 'Who closed it?', thread: '2' });
  const before = channel.arrivals.length;
  const { status } = await say({ text: 'And why?', thread });
  // What is no number at all says nothing of a thread, and so means the channel.
  expect(status).toBe(/^\d+$/.test(thread) ? 404 : 200);
  expect(channel.arrivals.slice(before).filter(({ place }) => place.thread !== null)).toEqual([]);
});

test('an empty line is nothing, and a line has an end', async () => {
  expect((await say({ text: '  \n ' })).status).toBe(303);
  expect(channel.arrivals).toEqual([]);
  await say({ text: `/brief ${'x'.repeat(9_000)}` });
  expect(JSON.stringify(channel.arrivals[0]).length).toBeLessThan(4_500);
});

test('more than a form holds is refused', async () => {
  expect((await say({ text: 'x'.repeat(70_000) })).status).toBe(413);
  const chunked = { origin: channel.url, 'transfer-encoding': 'chunked' };
  expect((await ask('/say', chunked, `text=${'x'.repeat(70_000)}`)).status).toBe(413);
  expect(channel.arrivals).toEqual([]);
});

test('without a script a form leads back to the page, and what only you see stands in it', async () => {
  const sent = await say({ text: '/brief https://example.org/a' });
  expect([sent.status, sent.headers.location]).toEqual([303, '/#entry-1']);
  const { document } = parseHTML((await say({ text: '/help' })).body);
  expect(document.querySelector('.passing[autofocus] .card-title')?.textContent).toBe('What byline does');
  expect(document.querySelectorAll('[autofocus]').length).toBe(1);
});

test('a press arrives as a press, and its card comes back for you alone', async () => {
  const form = `press=cited:${SLUG}`;
  const { body } = await ask('/press', { origin: channel.url, ...BY_SCRIPT }, form);
  const press = { action: 'cited', briefing: SLUG, source: null };
  expect(channel.arrivals[0]).toMatchObject({ kind: 'press', press });
  expect(body).toContain('Only visible to you');
  expect((await ask('/press', { origin: channel.url }, `press=delete:${SLUG}`)).status).toBe(404);
});

test('what goes wrong inside is a page in words, and goes to the log', async () => {
  channel.failure = new Error('secret: postgres://u:p@host');
  const { status, body } = await say({ text: '/help' });
  expect(status).toBe(500);
  expect(body).toContain('Something went wrong');
  expect(body).not.toContain('secret');
  expect(channel.errors).toEqual([channel.failure]);
});

test('the passages page says what it is of, and that it is not for search engines', async () => {
  const { status, headers, body } = await ask(`/b/${SLUG}`, { host: 'byline.example.org' });
  expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
  const { document } = parseHTML(body);
  expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex, nofollow');
  expect(document.querySelector('h1')?.textContent).toBe('The bridge over the Sund was closed on Monday');
  expect(body).toContain('no longer kept');
  expect(document.querySelector('.article-link a')?.getAttribute('href')).toBe('https://example.org/bridge');
  expect(document.querySelector('script')).toBe(null);
});

test.each(['bridge_closed_on_Mond', 'unknown_unknown_unknow', '..%2f..%2fetc%2fpasswd', '%00', 'a'.repeat(500)])(
  'an unknown passages page is a page in words: %s',
  async (slug) => {
    const { status, body } = await ask(`/b/${slug}`);
    expect(status).toBe(404);
    expect(body).toContain('There is nothing here');
  },
);

test.each(['package.json', '..%2fdraw.ts', 'console.js%00', 'byline.svg/..'])(
  'no path leads out of the assets: %s',
  async (name) => {
    expect((await ask(`/assets/${name}`)).status).toBe(404);
  },
);

test('an asset that did not change is not sent again', async () => {
  const { headers, status } = await ask('/assets/byline.css');
  expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  const again = await ask('/assets/byline.css', { 'if-none-match': String(headers.etag) });
  expect([again.status, again.body]).toEqual([304, '']);
});

test('health, readiness and metrics are told to machines', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: 'alive\n' });
  expect(await ask('/readyz')).toMatchObject({ status: 200, body: 'ready\n' });
  const metrics = await ask('/metrics');
  expect(metrics.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(metrics.body).toBe('byline_briefings_total 1\n');
  channel.failure = new Error('gone');
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: 'not ready: the database does not answer\n' });
});

test('what happens is told as it happens, drawn, and in order', async () => {
  const end = new AbortController();
  const heard = await listen(end.signal);
  await eventually('the line stands', () => heard.text.includes('event: beat'));
  await say({ text: '/brief https://example.org/<b>' });
  await channel.finish();
  await eventually('the briefing', () => heard.text.includes('Who says what'));
  const entries = [...heard.text.matchAll(/^event: entry\ndata: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));
  expect(entries.map(({ id, thread }) => [id, thread])).toEqual([
    ['1', null],
    ['2', null],
    ['2', null],
  ]);
  expect(entries[0].html).toContain('&lt;b&gt;');
  end.abort();
});

test('lines for events are counted: too many are refused, and one that ends makes room', async () => {
  const ends = Array.from({ length: 50 }, () => new AbortController());
  const lines = await Promise.all(ends.map(({ signal }) => listen(signal)));
  expect(new Set(lines.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await ask('/events')).status).toBe(503);
  ends[0]?.abort();
  await eventually('there is room again', async () => (await listen(ends[1]?.signal)).status === 200);
  for (const end of ends) end.abort();
});

type Line = { readonly status: number; text: string };
async function listen(signal: AbortSignal | undefined): Promise<Line> {
  const response = await fetch(`${channel.url}/events`, { signal: signal ?? null });
  const line: Line = { status: response.status, text: '' };
  const read = async () => {
    for await (const chunk of response.body ?? []) line.text += Buffer.from(chunk).toString();
  };
  read().catch(() => undefined);
  return line;
}

test('closing ends open lines, and comes to its end', async () => {
  const heard = await listen(undefined);
  expect(heard.status).toBe(200);
  await channel.close();
  await expect(ask('/healthz')).rejects.toThrow();
  await channel.reopen();
  expect((await ask('/healthz')).status).toBe(200);
});

test('a port that is taken is said so, and a host that is not here too', async () => {
  const port = Number(new URL(channel.url).port);
  await expect(servePages(new Hono(), { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'PORT_IN_USE' });
  await expect(servePages(new Hono(), { host: '203.0.113.7', port: 0 })).rejects.toMatchObject({
    code: 'BAD_SETTINGS',
  });
});

test.each([
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: \r\n\r\n',
  'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: example.org\r\n\r\n',
  'GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n',
  'NONSENSE\r\n\r\n',
])('a request that is malformed or tricky is refused, and the pages stay up: %j', async (raw) => {
  const { port } = new URL(channel.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(raw);
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 4\d\d/);
  expect((await ask('/healthz')).status).toBe(200);
});
