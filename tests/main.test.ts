/** The command line as a person or a program meets it: real processes, real files, real exit codes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEXT } from './a-briefing.ts';

const ROOT = path.join(import.meta.dirname, '..');
const EXAMPLE = `examples/${readdirSync(path.join(ROOT, 'examples')).find((name) => name.endsWith('.html'))}`;

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

function byline(
  args: readonly string[],
  options: { stdin?: string | Uint8Array; env?: Record<string, string>; cwd?: string } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts'), ...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (err += chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(options.stdin ?? '');
  });
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>${body}</article></body></html>`;
const paragraphs = TEXT.split('\n\n')
  .map((text) => `<p>${text}</p>`)
  .join('');

const RSS_DATE = 'Tue, 19 May 2026 07:10:00 GMT';
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Gazette</title>${items}</channel></rss>`;
const item = (title: string, link: string, summary = '') =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${RSS_DATE}</pubDate><description>${summary}</description></item>`;

const server = createServer((request, response) => {
  if (request.url === '/feed.xml')
    return response.end(
      rss(
        item('Bridge over the Sund closed', `${origin}/story`) +
          item('Gone', `${origin}/nowhere`, 'The ferry was sold to a baker. He will keep the cat.'),
      ),
    );
  if (request.url === '/front')
    return response
      .setHeader('content-type', 'text/html')
      .end(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>News</body></html>',
      );
  if (request.url === '/robots.txt') return response.end('User-agent: *\nDisallow: /private');
  if (request.url === '/story')
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(page(paragraphs));
  return response.writeHead(404).end('gone');
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => server.close());

const DAYS = ['--since', '2026-05-18', '--until', '2026-05-20'];
const feeds = readdirSync(path.join(ROOT, 'examples/feeds')).map((name) => `examples/feeds/${name}`);

test('briefs the example with nothing configured', async () => {
  const { code, out, err } = await byline(['brief', EXAMPLE]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/ • .+\n/);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'points checked against the text · extractive: in the article’s own words',
  );
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test.each([
  ['brief', ['brief', EXAMPLE, '--json']],
  ['sources', ['sources', EXAMPLE, '--json']],
  ['ask', ['ask', EXAMPLE, 'Who said what?', '--json']],
])('%s --json prints exactly one document, and the same bytes each time', async (_, args) => {
  const [first, second] = await Promise.all([byline(args), byline(args)]);
  expect(first.code).toBe(0);
  expect(() => JSON.parse(first.out)).not.toThrow();
  expect(second.out).toBe(first.out);
});

test('--json carries every field of the public interface and no other', async () => {
  const { out } = await byline(['brief', EXAMPLE, '--json']);
  const briefing = JSON.parse(out);
  expect(Object.keys(briefing).toSorted()).toEqual(
    [
      'article',
      'attributions',
      'disagreements',
      'engine',
      'headline',
      'id',
      'points',
      'sources',
      'sourcing',
      'withheld',
    ].toSorted(),
  );
  expect(Object.keys(briefing.article).toSorted()).toEqual(
    [
      'authors',
      'completeness',
      'language',
      'outlet',
      'paragraphs',
      'publishedAt',
      'sentences',
      'text',
      'title',
      'url',
    ].toSorted(),
  );
});

test('reads standard input', async () => {
  const { code, out } = await byline(['sources', '-'], { stdin: TEXT });
  expect(code).toBe(0);
  expect(out).toContain('Ida Holm');
});

test('an address is fetched only when its network is allowed', async () => {
  const refused = await byline(['brief', `${origin}/story`]);
  expect(refused.code).toBe(3);
  expect(refused.err).toMatch(/^byline: BLOCKED_ADDRESS: [^\n]+\n$/);
  const allowed = await byline(['brief', `${origin}/story`], { env: { ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' } });
  expect(allowed).toMatchObject({ code: 0, err: '' });
});

test.each([
  ['wrong usage', ['brief'], '', 2, 'BAD_USAGE'],
  ['an unknown command', ['brif', 'x'], '', 2, 'BAD_USAGE'],
  ['an empty input', ['brief', '-'], '', 3, 'NOT_AN_ARTICLE'],
  ['a missing file', ['brief', 'none.html'], '', 3, 'NOT_FOUND'],
  ['a folder', ['brief', 'examples'], '', 2, 'BAD_USAGE'],
  ['another scheme', ['brief', 'file:///etc/passwd'], '', 3, 'BAD_ADDRESS'],
  ['a model that is not there', ['brief', EXAMPLE, '--engine', 'model'], '', 5, 'SERVICE_UNAVAILABLE'],
])('%s ends with its exit code and words on standard error only', async (_, args, stdin, exit, code) => {
  const run = await byline(args, { stdin });
  expect(run).toMatchObject({ code: exit, out: '' });
  expect(run.err).toMatch(new RegExp(`^byline: ${code}: [^\\n]+\\n$`));
});

test('a setting that cannot be understood stops it with exit code 2', async () => {
  const run = await byline(['brief', EXAMPLE], { env: { ALLOW_PRIVATE_ADDRESSES: 'localhost' } });
  expect(run).toMatchObject({ code: 2, out: '' });
  expect(run.err).toContain('ALLOW_PRIVATE_ADDRESSES');
});

test('binary, and stdin that nobody fills, end in words', async () => {
  const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256);
  expect(await byline(['brief', '-'], { stdin: noise })).toMatchObject({ code: 3, out: '' });
});

test('what was typed cannot move the terminal that shows the failure', async () => {
  const run = await byline(['brief', 'no\u001b[31mfile\nx']);
  expect(run.code).toBe(3);
  expect(run.err).toMatch(/^byline: NOT_FOUND: \P{Cc}+\n$/u);
});

test('the settings of the folder that somebody stands in do not open the guard', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-'));
  writeFileSync(path.join(folder, '.env'), 'ALLOW_PRIVATE_ADDRESSES=127.0.0.0/8\n');
  const run = await byline(['brief', `${origin}/story`], { cwd: folder });
  rmSync(folder, { recursive: true });
  expect(run).toMatchObject({ code: 3, err: expect.stringContaining('BLOCKED_ADDRESS') });
});

test('a result that cannot be written is said in one line', async () => {
  const child = spawn('bash', ['-c', `"${process.execPath}" src/main.ts brief ${EXAMPLE} > /dev/full`], { cwd: ROOT });
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise((done) => child.on('close', done));
  expect(code).toBe(1);
  expect(err).toMatch(/^byline: the result cannot be written: [^\n]+\n$/);
});

test('a reader that leaves early, as head does, is no failure', async () => {
  const child = spawn(
    'bash',
    ['-c', `set -o pipefail; "${process.execPath}" src/main.ts brief ${EXAMPLE} --json | head -c 10`],
    { cwd: ROOT },
  );
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('help and version answer', async () => {
  expect(await byline([])).toMatchObject({ code: 0, out: expect.stringContaining('Usage: byline') });
  expect(await byline(['ask', '--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('byline ask <url | file | -> <question>'),
  });
  expect((await byline(['--version'])).out).toMatch(/^byline \d+\.\d+\.\d+\n$/);
});

test('makes a digest of the example feeds with no network and nothing configured', async () => {
  const { code, out, err } = await byline(['digest', ...feeds, ...DAYS]);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^byline: 8 items of 3 feeds/) });
  expect(out).toMatch(/^Digest of Wednesday 20 May\n/);
  expect(out).toContain('Accounts differ (hangers)');
  expect(out).toContain('Also in Harbor Observer · one origin, Associated Press');
  expect(out).not.toContain('not read');
});

test('a digest as JSON is one document with its entries, and the same each time', async () => {
  const [first, again] = await Promise.all(
    [1, 2].map(() => byline(['digest', ...feeds, ...DAYS, '--json', '--most', '2'])),
  );
  const digest = JSON.parse(first?.out ?? '');
  expect(digest).toMatchObject({
    since: '2026-05-18T00:00:00.000Z',
    until: '2026-05-20T00:00:00.000Z',
    counts: { feeds: 3, items: 8, stories: 5 },
    entries: [
      { from: 'article', origins: 3, also: [{}, {}] },
      { agency: 'Associated Press', origins: 1 },
    ],
  });
  expect(digest.entries).toHaveLength(2);
  expect(digest.left).toHaveLength(3);
  expect(again?.out).toBe(first?.out);
});

test('a bad feed among good ones is said, and the rest goes on; all bad is exit 3', async () => {
  const some = await byline(['digest', feeds[0] ?? '', 'no-such-feed.xml', EXAMPLE, ...DAYS]);
  expect(some.code).toBe(0);
  expect(some.err).toContain('byline: NOT_FOUND: no-such-feed.xml: ');
  expect(some.err).toContain(`byline: NOT_A_FEED: ${EXAMPLE}: `);
  expect(some.out).toMatch(/^Digest of /);
  const all = await byline(['digest', 'no-such-feed.xml', EXAMPLE, '--json']);
  expect(all).toMatchObject({ code: 3, out: '' });
  expect(all.err).toMatch(/byline: NOT_FOUND: /);
});

test('feeds and sites at addresses and in OPML lists are read through the guard, and what cannot be read is told by its feed', async () => {
  const list = path.join(mkdtempSync(path.join(tmpdir(), 'byline-digest-')), 'list.opml');
  writeFileSync(list, `<opml version="2.0"><body><outline text="Quay" xmlUrl="${origin}/feed.xml"/></body></opml>`);
  const env = { ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' };
  const [byFeed, bySite, byList, guarded] = await Promise.all([
    byline(['digest', `${origin}/feed.xml`, ...DAYS, '--json'], { env }),
    byline(['digest', `${origin}/front`, ...DAYS], { env }),
    byline(['digest', list, ...DAYS], { env }),
    byline(['digest', `${origin}/feed.xml`, ...DAYS], { env: { ALLOW_PRIVATE_ADDRESSES: '' } }),
  ]);
  rmSync(path.dirname(list), { recursive: true });
  expect(JSON.parse(byFeed?.out ?? '')).toMatchObject({
    entries: [
      { title: 'Bridge over the Sund closed', from: 'article', url: `${origin}/story` },
      { title: 'Gone', from: 'feed', text: 'The ferry was sold to a baker. He will keep the cat.' },
    ],
    unread: [{ title: 'Gone', code: 'NOT_FOUND' }],
  });
  for (const run of [bySite, byList]) expect(run?.out).toContain('not read; the feed’s own words');
  expect(guarded).toMatchObject({ code: 3, out: '' });
  expect(guarded?.err).toContain('BLOCKED_ADDRESS');
});

test('a quiet day is one line and no failure', async () => {
  const { code, out } = await byline(['digest', feeds[0] ?? '', '--since', '2026-06-01', '--until', '2026-06-02']);
  expect(code).toBe(0);
  expect(out).toContain('Nothing new since Mon 1 Jun, 00:00 in 1 feed.');
});

test.each([
  [['digest'], 'digest needs feeds'],
  [['digest', 'x.xml', '--since', 'soon'], '--since is written like'],
  [['digest', 'x.xml', '--since', '2026-05-20', '--until', '2026-05-19'], '--since is not before'],
  [['digest', 'x.xml', '--since', '0h'], 'more than nothing'],
  [['digest', 'x.xml', '--most', '0'], '--most is a whole number'],
  [['digest', 'x.xml', '--sort', 'x'], '--topic'],
])('%j is wrong usage, and says what is right', async (args, words) => {
  const { code, out, err } = await byline(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test('help for digest shows its options', async () => {
  for (const args of [
    ['digest', '--help'],
    ['help', 'digest'],
  ]) {
    const { code, out } = await byline(args);
    expect(code).toBe(0);
    expect(out).toContain('--since 24h');
  }
});
