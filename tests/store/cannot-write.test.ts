import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cannotWrite } from '#store/cannot-write.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'byline-probe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('where something can be written nothing is said, and nothing is left', async () => {
  expect(await cannotWrite(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('where nothing can be, the system’s word for it is told', async () => {
  expect(await cannotWrite(path.join(folder, 'gone'))).toBe('ENOENT');
  // Whoever tests as root may write anywhere but here.
  expect(await cannotWrite('/proc')).not.toBeNull();
});
