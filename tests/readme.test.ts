/** The README shows what is really printed, and its two lines are the scripts that there are. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drawTable } from '../bench/draw-table.ts';

/** A minute of work where nothing else is at work: 58 articles and those of other languages. */
const BENCH_MS = 240_000;

const ROOT = path.join(import.meta.dirname, '..');
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({ kind, text }));

test('the first fenced shell block holds the two lines', () => {
  const lines =
    blocks
      .find(({ kind }) => kind === 'sh')
      ?.text?.trim()
      .split('\n') ?? [];
  expect(lines).toEqual([
    expect.stringMatching(/^npm ci && npm run brief -- examples\/[\w-]+\.html$/),
    'npm ci && npm test',
  ]);
  expect(existsSync(path.join(ROOT, lines[0]?.split(' ').at(-1) ?? ''))).toBe(true);
});

test('the briefing that it shows is the one that is printed', () => {
  const shown = blocks.find(({ kind }) => kind === '')?.text;
  const { stdout } = spawnSync(process.execPath, ['src/main.ts', 'brief', 'examples/harbour-bridge.html'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(shown).toBe(stdout);
});

test('the quality that it tells of, of read and of unread articles, is the one that the bench measures', {
  timeout: BENCH_MS,
}, () => {
  const { stdout } = spawnSync(process.execPath, ['bench/run.ts', 'quality', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const table = blocks.find(({ text }) => text?.includes('\nQUALITY '))?.text ?? '';
  const { quality, unread } = JSON.parse(stdout);
  const rowsOf = (text: string) =>
    [...text.matchAll(/^(\S.*?) +(\d+\.\d) +(\d+)$/gm)].map(([, ...cells]) => cells.join(' | '));
  const shown = rowsOf(table.slice(table.indexOf('\nQUALITY ')));
  expect(shown.length).toBeGreaterThan(20);
  expect(table).toContain('\nUNREAD ARTICLES ');
  expect(shown).toEqual(rowsOf(drawTable(null, quality, unread)));
});

test('every file that the documents point to is there', () => {
  for (const document of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'bench/README.md', 'prompts/README.md']) {
    const text = readFileSync(path.join(ROOT, document), 'utf8');
    for (const [, file = ''] of text.matchAll(
      /`((?:src|tests|commands|prompts|bench|examples)\/[\w/.-]+\.(?:ts|md|html|json))`/g,
    )) {
      if (!file.includes('/x.') && !file.includes('check-x'))
        expect(existsSync(path.join(ROOT, file)), file).toBe(true);
    }
  }
});
