import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readStatusFile, removeStatusFile, type Status, writeStatusFile } from '#bot/status-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'byline-status-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => removeStatusFile(folder));

const STATUS: Status = {
  pid: 4711,
  url: 'http://127.0.0.1:3000/',
  since: '2026-03-02T08:00:00.000Z',
  at: '2026-03-02T08:00:15.000Z',
  jobs: { ready: 3, active: 1, dead: 25 },
  posts: { planned: 2, unclear: 1, refused: 0 },
  dead: [{ id: 'r1', command: 'brief', reason: 'every attempt failed', at: '2026-03-02T07:59:00.000Z' }],
};

test('a status is read as it was written, and by nobody but the owner', async () => {
  await writeStatusFile(folder, STATUS);
  expect(await readStatusFile(folder)).toEqual(STATUS);
  expect(statSync(path.join(folder, 'status.json')).mode & 0o777).toBe(0o600);
});

test('whoever reads while it is written sees a whole one', async () => {
  await writeStatusFile(folder, STATUS);
  let isWriting = true;
  const writing = (async () => {
    for (let i = 0; i < 50; i++) await writeStatusFile(folder, { ...STATUS, pid: i });
    isWriting = false;
  })();
  const seen: (Status | null)[] = [];
  while (isWriting) seen.push(await readStatusFile(folder));
  await writing;
  expect(seen.length).toBeGreaterThan(0);
  expect(seen).not.toContain(null);
  expect(readdirSync(folder)).toEqual(['status.json']);
});

test('where there is none, there is none, and removing it twice is no failure', async () => {
  expect(await readStatusFile(folder)).toBeNull();
  await removeStatusFile(folder);
  expect(await readStatusFile(path.join(folder, 'nowhere'))).toBeNull();
});

test.each([
  ['nothing', ''],
  ['half of one', JSON.stringify(STATUS).slice(0, 100)],
  ['a list', '[]'],
  ['null', 'null'],
  ['one without its posts', JSON.stringify({ ...STATUS, posts: undefined })],
  ['one whose queue is no number', JSON.stringify({ ...STATUS, jobs: { ready: '3', active: 1, dead: 0 } })],
  ['one whose dead letters are no list', JSON.stringify({ ...STATUS, dead: { length: 1 } })],
  ['one with a dead letter without a reason', JSON.stringify({ ...STATUS, dead: [{ ...STATUS.dead[0], reason: 7 }] })],
  ['one with a dead letter at no time', JSON.stringify({ ...STATUS, dead: [{ ...STATUS.dead[0], at: 'then' }] })],
])('%s is no status', async (_, text) => {
  writeFileSync(path.join(folder, 'status.json'), text);
  expect(await readStatusFile(folder)).toBeNull();
});
