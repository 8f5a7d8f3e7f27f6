/** prompts/ is data that people write by hand: a slip in it must not wait for a model to find it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = path.join(import.meta.dirname, '../prompts');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && name !== 'README.md',
);

test('there is a prompt for briefings, one for answers, and the ground rules', () => {
  expect(files.toSorted()).toEqual(['answer/standard.md', 'brief/standard.md', 'ground-rules.md']);
});

test.each(files)('%s has front matter and uses exactly the variables that it lists', (file) => {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(text) ?? [];
  const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? '';
  expect(field('name')).toBe(file.replace(/\.md$/, ''));
  expect(field('version')).toMatch(/^[1-9]\d*$/);
  expect(field('purpose')).not.toBe('');
  const listed = field('variables')
    .replace(/[[\]\s]/g, '')
    .split(',')
    .filter(Boolean);
  const used = [...new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))];
  expect(used.toSorted()).toEqual(listed.toSorted());
  expect(listed).not.toContain('article');
});
