/** Answers by the address that came with a question: to Slack's own hosts alone, and each way in which they end. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { respondTo } from '#platforms/slack/respond-to.ts';

type Answer = { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> };

const MESSAGE = { text: 'words', blocks: [], thread: null };
let server: Server;
let origin: string;
let answer: Answer;
let heard: { readonly path: string; readonly body: Readonly<Record<string, unknown>> }[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    heard.push({ path: request.url ?? '', body: JSON.parse(await bodyOf(request)) });
    response.writeHead(answer.status, answer.headers ?? {}).end(answer.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  [answer, heard] = [{ status: 200, body: '{"ok":true}' }, []];
});

const respond = (address = `${origin}/respond/1`, apiUrl: string | null = `${origin}/api/`) =>
  respondTo(address, MESSAGE, apiUrl);

test('the asker alone is told, and what was clicked on stays', async () => {
  expect(await respondTo(`${origin}/respond/1`, { ...MESSAGE, thread: '1.1' }, `${origin}/api/`)).toBe(true);
  expect(heard).toMatchObject([
    {
      path: '/respond/1',
      body: { text: 'words', blocks: [], response_type: 'ephemeral', replace_original: false, thread_ts: '1.1' },
    },
  ]);
});

test.each(['ok', '', '{"ok":true}', '<html>fine</html>'])('Slack’s %j is an end in good order', async (body) => {
  answer = { status: 200, body };
  expect(await respond()).toBe(true);
});

test.each([403, 404, 410])('after %i another way has to be found', async (status) => {
  answer = { status, body: '{"ok":false,"error":"used_url"}' };
  expect(await respond()).toBe(false);
});

test.each([
  [{ status: 200, body: '{"ok":false,"error":"invalid_blocks"}' }, 'POST_REFUSED'],
  [{ status: 200, body: '{\n  "error": "x",\n  "ok" : false\n}' }, 'POST_REFUSED'],
  [{ status: 400, body: 'invalid_payload' }, 'POST_REFUSED'],
  [{ status: 500, body: 'oops' }, 'UNREACHABLE'],
  [{ status: 503, body: '' }, 'UNREACHABLE'],
])('%o is %s', async (given, code) => {
  answer = given;
  await expect(respond()).rejects.toMatchObject({ code });
});

test.each([
  ['12', 12_000],
  ['soon', 1_000],
  ['-5', 1_000],
])('“too often”, with Retry-After %j, is waited for', async (after, retryAfterMs) => {
  answer = { status: 429, body: '', headers: { 'retry-after': after } };
  await expect(respond()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs });
});

test('no redirect is followed', async () => {
  answer = { status: 302, body: '', headers: { location: `${origin}/elsewhere` } };
  await expect(respond()).rejects.toThrow();
  expect(heard).toHaveLength(1);
});

describe('whom it speaks to', () => {
  const asked: string[] = [];
  const asks = async (address: string, apiUrl: string | null): Promise<boolean> => {
    asked.length = 0;
    const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation(async (to) => {
      asked.push(String(to));
      return new Response('ok');
    });
    const isTold = await respondTo(address, MESSAGE, apiUrl);
    fetch.mockRestore();
    expect(asked).toEqual(isTold ? [address] : []);
    return isTold;
  };

  test.each([
    'https://hooks.slack.com/commands/T1/2/3',
    'https://hooks.slack-gov.com/actions/T1/2/3',
    'https://slack.com/x',
  ])('%s is Slack’s', async (address) => {
    expect(await asks(address, null)).toBe(true);
    expect(await asks(address, 'https://proxy.example/api/')).toBe(true);
  });

  test.each([
    'http://hooks.slack.com/commands/1',
    'https://hooks.slack.com.evil.example/',
    'https://evil-slack.com/',
    'https://hooks.slack.com@evil.example/',
    'https://evil.example/#hooks.slack.com',
    'http://127.0.0.1:9200/_search',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'no address',
    '',
  ])('%j is not', async (address) => {
    expect(await asks(address, null)).toBe(false);
    expect(await asks(address, 'https://proxy.example/api/')).toBe(false);
  });

  test('what stands in for Slack on this machine is spoken to on this machine, and nowhere else', async () => {
    expect(await asks('http://localhost:7/respond', 'http://127.0.0.1:8/api/')).toBe(true);
    expect(await asks('http://10.0.0.1/respond', 'http://127.0.0.1:8/api/')).toBe(false);
    expect(await asks('https://proxy.example/respond', 'https://proxy.example/api/')).toBe(true);
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}
