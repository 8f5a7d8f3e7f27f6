/** `byline start` as an operator meets it: real processes, their words, their exit codes, and what a kill leaves. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { openNewsSite } from '../fakes/news-site.ts';
import { prepareFolder } from '../store/prepare-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
type Running = { readonly child: ChildProcess; out: string; err: string; readonly ended: Promise<number | null> };

let site: Awaited<ReturnType<typeof openNewsSite>>;
const folder = mkdtempSync(path.join(tmpdir(), 'byline-run-'));
const running: Running[] = [];

beforeAll(async () => {
  site = await openNewsSite();
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: string | null = null,
): Running {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts'), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      DATA_DIR: path.join(folder, 'data'),
      PORT: '0',
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.1',
      ...env,
    },
  });
  const run: Running = { child, out: '', err: '', ended: new Promise((done) => child.on('close', done)) };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (run.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (run.err += chunk));
  if (input !== null) child.stdin.end(input);
  running.push(run);
  return run;
}

async function addressOf(run: Running): Promise<string> {
  await eventually('a bot that is ready', () => {
    if (run.child.exitCode !== null) throw new Error(`it ended: ${run.err}`);
    return run.out.includes('\n');
  });
  const [, url = ''] = /^byline is ready: open (http:\/\/127\.0\.0\.1:\d+)\n/.exec(run.out) ?? [];
  expect(url).not.toBe('');
  return url;
}

const say = (url: string, text: string) =>
  fetch(`${url}/say`, {
    ...{ method: 'POST', body: new URLSearchParams({ text }) },
    headers: { origin: url, accept: 'text/fragment' },
  });
const page = async (url: string) => (await fetch(url)).text();

test('it says where it is, answers, and ends with 0 at SIGTERM; its log is on standard error', async () => {
  const run = start(['start']);
  const url = await addressOf(run);
  expect(await page(`${url}/healthz`)).toBe('alive\n');
  expect(await page(`${url}/readyz`)).toBe('ready\n');
  expect(await page(`${url}/metrics`)).toContain('byline_queue_depth{state="ready"} 0');
  expect((await say(url, `/brief ${site.url}/story`)).ok).toBe(true);
  await eventually('the briefing', async () => (await page(url)).includes('Tobias Renn'));
  expect(await page(`${url}/metrics`)).toContain('byline_briefings_total{engine="extractive"} 1');
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.out.split('\n')).toHaveLength(2);
  const lines = run.err.trim().split('\n');
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
  expect(run.err).not.toContain('Renn');
});

test('what was acknowledged before a kill -9 is answered after it, once', async () => {
  const first = start(['start']);
  const url = await addressOf(first);
  const before = ((await page(url)).match(/class="entry by-bot/g) ?? []).length;
  for (let i = 0; i < 5; i++) expect((await say(url, `/brief ${site.url}/story?n=${i}`)).ok).toBe(true);
  first.child.kill('SIGKILL');
  await first.ended;
  const again = await addressOf(start(['start']));
  const whole = await eventually('all five', async () => {
    const html = await page(again);
    return (html.match(/>Who says what</g) ?? []).length >= before + 5 ? html : null;
  });
  expect((whole.match(/class="entry by-bot/g) ?? []).length).toBe(before + 5);
});

test('where nothing can be written it is not ready and the doctor says why, until it can be again', async () => {
  const data = path.join(folder, 'data');
  const url = await addressOf(start(['start']));
  expect(await page(`${url}/readyz`)).toBe('ready\n');
  // No disk is full in a test: what it would write stands in its own way.
  mkdirSync(path.join(data, 'probe.tmp'));
  const response = await fetch(`${url}/readyz`);
  expect([response.status, await response.text()]).toEqual([
    503,
    'not ready: nothing can be written into the data folder (EISDIR)\n',
  ]);
  const doctor = start(['doctor']);
  expect(await doctor.ended).toBe(1);
  expect(doctor.out.replace(/\s+/g, ' ')).toContain('a byline runs on it: nothing can be written there (EISDIR).');
  rmdirSync(path.join(data, 'probe.tmp'));
  expect(await page(`${url}/readyz`)).toBe('ready\n');
});

test('a second bot in the same folder is refused in words', async () => {
  await addressOf(start(['start']));
  const second = start(['start']);
  expect(await second.ended).toBe(2);
  expect(second.err).toMatch(/^byline: FOLDER_IN_USE: Another byline works in this data folder\. [^\n]+\n$/);
});

test('a port that is taken is told in words, and the folder is free again', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  const run = start(['start'], { PORT: port });
  expect(await run.ended).toBe(2);
  expect(run.err).toContain('byline: PORT_IN_USE: Something else listens at this address.');
  other.close();
  await addressOf(start(['start']));
});

test('a worker without a server’s database is refused in words', async () => {
  const run = start(['worker'], { DATABASE_URL: '' });
  expect(await run.ended).toBe(2);
  expect(run.err).toContain('DATABASE_URL: a worker shares a server’s database');
});

test('the same channel in the terminal: a briefing, a question in its thread, a button', async () => {
  const lines = [`/brief ${site.url}/story`, 'How many hangers have cracks?', 'thanks', '/1', '/quit', ''].join('\n');
  const data = path.join(folder, 'terminal');
  prepareFolder(data);
  const run = start(['start', '--terminal'], { DATA_DIR: data }, lines);
  expect(await run.ended).toBe(0);
  expect(run.out).toContain('Ines Calloway, Opposition leader');
  expect(run.out).toContain("14 of the bridge's 62 main hangers");
  expect(run.out).toContain('Pavel Duarte (2 statements)');
  expect(run.out).not.toContain(String.fromCharCode(27));
});
