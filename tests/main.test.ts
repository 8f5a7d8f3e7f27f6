/** The command line as a person or a program meets it: real processes, real files, real exit codes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEXT } from './a-briefing.ts';
import { byline } from './run-byline.ts';

const ROOT = path.join(import.meta.dirname, '..');
const EXAMPLE = `examples/${readdirSync(path.join(ROOT, 'examples')).find((name) => name.endsWith('.html'))}`;

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>${body}</article></body></html>`;
const paragraphs = TEXT.split('\n\n')
  .map((text) => `<p>${text}</p>`)
  .join('');

const server = createServer((request, response) => {
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
