import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInput } from '#platforms/terminal/read-input.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'byline-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function* nothing(): AsyncGenerator<Uint8Array> {}
async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i++) yield new Uint8Array(size).fill(97);
}

test('a file is read whole', async () => {
  const file = path.join(folder, 'a.txt');
  writeFileSync(file, 'Grüße');
  expect(await readInput(file, nothing())).toEqual({ kind: 'bytes', bytes: Buffer.from('Grüße'), name: file });
});

test('- is standard input, an empty one too', async () => {
  expect(await readInput('-', chunks(2, 3))).toMatchObject({ kind: 'bytes', bytes: Buffer.from('aaaaaa') });
  expect(await readInput('-', nothing())).toMatchObject({ bytes: Buffer.from('') });
});

test.each(['https://example.org/a', 'file:///etc/passwd', 'HTTP://EXAMPLE.ORG', 'gopher://x'])(
  '%s is an address, for the guard to judge',
  async (url) => {
    expect(await readInput(url, nothing())).toEqual({ kind: 'address', url });
  },
);

test.each(['localhost', 'localhost:3000/x', '127.1', '10.0.0.1:80', '[::1]'])(
  '%s is an address, for the guard to refuse',
  async (host) => {
    expect(await readInput(host, nothing())).toEqual({ kind: 'address', url: `https://${host}` });
  },
);

test('a pipe that never ends is given up', async () => {
  const never: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
  };
  await expect(readInput('-', never, 20)).rejects.toMatchObject({ code: 'TOO_SLOW' });
});

test('a bare host name is an address, a missing file is not', async () => {
  expect(await readInput('example.org/story?id=1', nothing())).toEqual({
    kind: 'address',
    url: 'https://example.org/story?id=1',
  });
  await expect(readInput(path.join(folder, 'none.html'), nothing())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(readInput('story.html', nothing())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(readInput('x'.repeat(10_000), nothing())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(readInput('a\0b', nothing())).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a folder is refused in words', async () => {
  await expect(readInput(folder, nothing())).rejects.toMatchObject({
    code: 'BAD_USAGE',
    message: expect.stringContaining('is a folder'),
  });
});

test('what is too large is refused before it is read, and while it comes in', async () => {
  const file = path.join(folder, 'large.html');
  writeFileSync(file, '');
  truncateSync(file, 30 * 1024 * 1024);
  await expect(readInput(file, nothing())).rejects.toMatchObject({
    code: 'TOO_LARGE',
    message: expect.stringContaining('large.html'),
  });
  await expect(readInput('-', chunks(1000, 1024 * 1024))).rejects.toMatchObject({ code: 'TOO_LARGE' });
});
