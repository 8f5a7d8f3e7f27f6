/** `byline doctor` as an operator meets it: real processes and their exit codes. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '#bot/open-store.ts';
import { systemClock } from '#bot/read-clock.ts';
import { type Status, writeStatusFile } from '#bot/status-file.ts';
import { parseKeyRing } from '#store/key-ring.ts';
import { lockFolder } from '#store/lock-folder.ts';
import { eventually } from '../fakes/eventually.ts';
import { prepareFolder } from '../store/prepare-folder.ts';
import { runByline } from './run-byline.ts';

const root = mkdtempSync(path.join(tmpdir(), 'byline-doctor-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const aNewFolder = () => path.join(root, `data-${folders++}`);
/** One with an empty database in it. */
function aFolder(): string {
  const folder = aNewFolder();
  prepareFolder(folder);
  return folder;
}

async function doctor(settings: Record<string, string>) {
  const { ended, out, err } = runByline(['doctor'], settings);
  const code = await ended;
  return { code, out: out().replace(/\s+/g, ' '), err: err() };
}

const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `k2:${Buffer.alloc(32, 9).toString('base64')}`;
const NOW = systemClock.now().toISOString();
const STATUS: Status = {
  ...{ pid: 4711, url: 'http://127.0.0.1:3999/', since: NOW, at: NOW },
  jobs: { ready: 3, active: 1, dead: 25 },
  posts: { planned: 2, unclear: 1, refused: 5 },
  dead: [{ id: 'r1', command: 'brief', reason: 'it ended\u001b[31m\nQueue: all is well', at: NOW }],
};

test('with nothing configured everything works, and it says where the data lies', async () => {
  const folder = aNewFolder();
  const { code, out, err } = await doctor({ DATA_DIR: folder });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Everything that is configured works.');
  expect(out).toContain(folder);
  expect(out).toContain('0 jobs wait, 0 run, 0 were given up.');
});

test('a folder in which nothing can be written is broken, though what lies in it opens', async () => {
  const folder = aFolder();
  // No disk is full in a test: what it would write stands in its own way.
  mkdirSync(path.join(folder, 'probe.tmp'));
  const { code, out } = await doctor({ DATA_DIR: folder });
  expect(code).toBe(1);
  expect(out).toContain('nothing can be written there (EISDIR).');
});

test('beside a running byline it says so, tells of its queue, and harms nothing', async () => {
  const settings = { DATA_DIR: aFolder(), PORT: '0' };
  const bot = runByline(['start'], settings);
  try {
    await eventually('the bot is ready', () => bot.out().includes('byline is ready'));
    const { code, out, err } = await doctor(settings);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`a byline runs on it (process ${bot.child.pid}, since `);
    expect(out).toContain(/http:\/\/127\.0\.0\.1:\d+/.exec(bot.out())?.[0]);
    expect(out).toMatch(/0 jobs wait, 0 run, 0 were given up\. As of /);
  } finally {
    bot.child.kill('SIGTERM');
  }
  expect(await bot.ended).toBe(0);
  expect(readdirSync(settings.DATA_DIR)).not.toContain('status.json');
  expect((await doctor(settings)).out).toContain('Everything that is configured works.');
});

test('a folder in use by what leaves no status is told as broken, and so is one whose status is old or no status', async () => {
  const folder = aNewFolder();
  const unlock = lockFolder(folder);
  try {
    for (const leave of [
      async () => undefined,
      async () => writeFileSync(path.join(folder, 'status.json'), '{"pid":1,"at":"","jobs":{},"dead":{}}'),
      () => writeStatusFile(folder, { ...STATUS, at: '2026-01-01T00:00:00.000Z' }),
    ]) {
      await leave();
      const { code, out } = await doctor({ DATA_DIR: folder });
      expect(code).toBe(1);
      expect(out).toContain('1 of 4 does not work.');
      expect(out).toContain('Another byline works in this data folder.');
      expect(out).toContain('Stop it, or give this one a DATA_DIR of its own');
    }
  } finally {
    unlock();
  }
});

test('what was given up is shown with its reason, and a reason moves no terminal', async () => {
  const folder = aNewFolder();
  const unlock = lockFolder(folder);
  try {
    await writeStatusFile(folder, STATUS);
    const { ended, out } = runByline(['doctor'], { DATA_DIR: folder });
    expect(await ended).toBe(0);
    expect(out()).toContain('/brief at');
    expect(out().replace(/\s+/g, ' ')).toContain('3 jobs wait, 1 run, 25 were given up.');
    expect(out().replace(/\s+/g, ' ')).toContain('2 posts wait, 5 were refused, 1 may or may not have arrived.');
    expect(out()).not.toContain('\u001b');
    expect(out()).not.toMatch(/^\W*Queue: all is well/m);
  } finally {
    unlock();
  }
});

test('a database that does not answer is told as broken, with what to do and without its password', async () => {
  const free = createServer();
  await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
  const address = free.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await new Promise((done) => free.close(done));
  const url = `postgres://anna:hush-1234@127.0.0.1:${port}/byline`;
  const { code, out, err } = await doctor({ DATABASE_URL: url, DATA_DIR: aNewFolder() });
  expect(code).toBe(1);
  expect(out).toContain('1 of 4 does not work.');
  expect(out).toContain('Database (broken): PostgreSQL at DATABASE_URL: The database does not answer.');
  expect(out).toContain('Check DATABASE_URL and that the server runs');
  expect(`${out}${err}`).not.toContain('hush-1234');
});

test('a folder that cannot be made is told as broken', async () => {
  const file = path.join(root, 'a-file');
  writeFileSync(file, '');
  const { code, out } = await doctor({ DATA_DIR: path.join(file, 'data') });
  expect(code).toBe(1);
  expect(out).toContain('The data folder cannot be used.');
  expect(out).toContain('Check DATA_DIR');
});

test('tokens whose key is gone are told as broken; with the key they open', async () => {
  const folder = aFolder();
  const store = await openStore(
    { databaseUrl: null, dataFolder: folder, keys: parseKeyRing(KEY) },
    { clock: systemClock, observe: () => undefined },
  );
  const tokens = { bot: 'hush-1234' };
  await store.installations.save({ platform: 'slack', workspace: 'T1', enterprise: null, tokens, facts: {} });
  await store.close();
  const look = (keys: string) => doctor({ DATA_DIR: folder, SECRET_KEYS: keys });
  const lost = await look(OTHER);
  expect(lost.code).toBe(1);
  expect(lost.out).toContain('Secrets (broken): A sealed token does not open.');
  const none = await look('');
  expect(none.code).toBe(1);
  expect(none.out).toContain('Secrets (broken): There is no key to seal tokens with');
  const opened = await look(`${OTHER},${KEY}`);
  expect(opened.code).toBe(0);
  expect(opened.out).toContain('2 keys; the tokens of 1 workspaces open.');
  // What was opened with an old key is sealed with the first one.
  expect((await look(OTHER)).code).toBe(0);
  for (const { out, err } of [opened, lost, none]) expect(`${out}${err}`).not.toContain('hush-1234');
});

test('settings that cannot be understood are all named before anything is looked at', async () => {
  const { code, out, err } = await doctor({ PORT: 'http', LOG_LEVEL: 'loud', SECRET_KEYS: 'hush-1234' });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^byline: BAD_SETTINGS: [^\n]+\n$/);
  for (const name of ['PORT', 'LOG_LEVEL', 'SECRET_KEYS']) expect(err).toContain(name);
  expect(err).not.toContain('hush-1234');
});

test('a key of the shell’s for other programs is mentioned, and is no fault', async () => {
  const { code, out } = await doctor({ DATA_DIR: aFolder(), OPENAI_API_KEY: 'sk-hush-1234' });
  expect(code).toBe(0);
  expect(out).toContain('OPENAI_API_KEY is set, but no OPENAI_MODEL, so none is used.');
  expect(out).not.toContain('sk-hush');
});

test('platforms that are set up in half are broken, each thing that is missing by its name', async () => {
  const { code, out, err } = await doctor({
    ...{ DATA_DIR: aFolder(), SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'hush-1234' },
    ...{ DISCORD_TOKEN: 'hush-1234' },
  });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  for (const name of ['SLACK_APP_TOKEN', 'SECRET_KEYS', 'PUBLIC_URL'])
    expect(out).toContain(`${name} (broken): is missing`);
  expect(out).toContain('DISCORD_TOKEN (broken): this is no bot’s token');
  expect(out).not.toContain('hush-1234');
});

test('byline’s own key in its folder is told as what it is', async () => {
  const { out } = await doctor({ DATA_DIR: aFolder() });
  expect(out).toContain('Secrets: Sealed with a key of byline’s own in DATA_DIR.');
  expect(out).not.toContain('Secrets (off)');
});
