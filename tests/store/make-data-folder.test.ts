import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '#store/lock-folder.ts';
import { makeDataFolder } from '#store/make-data-folder.ts';

const root = mkdtempSync(path.join(tmpdir(), 'byline-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('makes what is missing, for its own user alone, and leaves what is there', () => {
  const folder = path.join(root, 'a', 'b', 'c');
  makeDataFolder(folder);
  expect(statSync(folder).mode & 0o077).toBe(0);
  makeDataFolder(folder);
  const link = path.join(root, 'link');
  symlinkSync(folder, link);
  makeDataFolder(link);
  makeDataFolder(path.join(link, 'd'));
  expect(statSync(path.join(folder, 'd')).isDirectory()).toBe(true);
});

test('says what stands in the way', () => {
  const file = path.join(root, 'file');
  writeFileSync(file, 'x');
  const nowhere = path.join(root, 'dangling');
  symlinkSync(path.join(root, 'gone', 'far'), nowhere);
  const round = path.join(root, 'round');
  symlinkSync(round, round);
  expect(() => makeDataFolder(file)).toThrow('file” is a file and no folder');
  expect(() => makeDataFolder(path.join(file, 'below'))).toThrow('file” is a file and no folder');
  expect(() => makeDataFolder(nowhere)).toThrow('dangling” is a link that leads nowhere');
  expect(() => makeDataFolder(path.join(nowhere, 'below'))).toThrow('leads nowhere');
  expect(() => makeDataFolder(round)).toThrow();
});

test('where no folder can be made it ends, with a Problem', () => {
  for (const folder of ['/proc/nothing', '/proc/nothing/deeper'])
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'BAD_FOLDER' }));
  lockFolder(path.join(root, 'there'))();
});
