/** prompts/ is data that people write by hand: a slip in it must not wait for a model to find it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { fillPrompt, labelOf, loadPrompts } from '#summarize/model/load-prompts.ts';
import { parsePrompt } from '#summarize/model/parse-prompt.ts';

const FOLDER = path.join(import.meta.dirname, '../prompts');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && name !== 'README.md',
);

test('there is a prompt for each style of briefing, for answers, for digests, for mending, and the ground rules', () => {
  expect(files.toSorted()).toEqual([
    'answer/standard.md',
    'brief/executive.md',
    'brief/short.md',
    'brief/standard.md',
    'digest/standard.md',
    'ground-rules.md',
    'repair/standard.md',
  ]);
  const { brief } = loadPrompts();
  expect([...brief.keys()]).toEqual(['standard', 'executive', 'short']);
  expect(labelOf(loadPrompts().digest)).toBe('digest/standard@1');
  expect([...brief.values()].map(({ points }) => points)).toEqual([null, 5, 3]);
});

test.each(files)('%s is sound, and prompts/README.md has it', (file) => {
  const prompt = parsePrompt(readFileSync(path.join(FOLDER, file), 'utf8'), file.replace(/\.md$/, ''));
  expect(prompt.purpose).not.toBe('');
  expect(readFileSync(path.join(FOLDER, 'README.md'), 'utf8')).toContain(`\`${file}\``);
});

/** A copy of the folder with one file changed or added. */
function withFile(file: string, text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prompts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(FOLDER, folder, { recursive: true });
  writeFileSync(path.join(folder, file), text);
  return folder;
}

const HAIKU = [
  '---',
  'name: brief/haiku',
  'version: 3',
  'purpose: seventeen syllables',
  'variables: [points, testimony]',
  'schema: brief',
  'points: 1',
  '---',
  'Who said what: {{testimony}}',
  'Write {{points}}.',
  '',
].join('\n');

test('a file that is dropped into prompts/brief is a style', () => {
  const haiku = loadPrompts(withFile('brief/haiku.md', HAIKU)).brief.get('haiku');
  if (haiku === undefined) throw new Error('the style is missing');
  expect(haiku).toMatchObject({ purpose: 'seventeen syllables', points: 1, schema: 'brief' });
  expect(labelOf(haiku)).toBe('brief/haiku@3');
  expect(fillPrompt(haiku, { points: '1', testimony: '{{points}} {{testimony}}' })).toBe(
    'Who said what: {{points}} {{testimony}}\nWrite 1.',
  );
});

test('lines that end as on Windows are lines', () => {
  expect(loadPrompts(withFile('brief/haiku.md', HAIKU.replaceAll('\n', '\r\n'))).brief.has('haiku')).toBe(true);
});

test.each([
  ['no front matter', 'Write something.', 'does not begin with front matter'],
  [
    'an unknown variable',
    HAIKU.replace('{{points}}', '{{points}} {{article}}'),
    'uses {{article}}, and there is only points',
  ],
  [
    'a variable that is not listed',
    HAIKU.replace('[points, testimony]', '[testimony]'),
    'uses {{points}} and does not list it',
  ],
  [
    'a listed variable that is not used',
    HAIKU.replace('[points, ', '[points, mood, '),
    'lists the variable mood and does not',
  ],
  ['a missing variable', HAIKU.replace('{{testimony}}', ''), 'does not use {{testimony}}, which a brief needs'],
  [
    'another name',
    HAIKU.replace('brief/haiku', 'brief/poem'),
    'its name is “brief/poem”, and its file’s “brief/haiku”',
  ],
  ['no version', HAIKU.replace('version: 3\n', ''), 'lacks “version”'],
  ['a version that is no number', HAIKU.replace('version: 3', 'version: new'), 'its version is “new”'],
  ['no purpose', HAIKU.replace('purpose: seventeen syllables', 'purpose:'), 'lacks “purpose”'],
  ['another schema', HAIKU.replace('schema: brief', 'schema: poem'), 'its schema is “poem”, not none, brief'],
  ['too many points', HAIKU.replace('points: 1', 'points: 11'), 'its points is “11”'],
  [
    'a line that means nothing',
    HAIKU.replace('points: 1', 'colour: red'),
    '“colour: red” is no line of its front matter',
  ],
  ['no words', HAIKU.split('---\n').slice(0, 2).join('---\n').concat('---\n'), 'has no words for the model'],
])('%s is refused, with the file’s name and what is wrong', (_, text, words) => {
  const folder = withFile('brief/haiku.md', text);
  expect(() => loadPrompts(folder)).toThrow(Problem);
  expect(() => loadPrompts(folder)).toThrow(
    expect.objectContaining({ code: 'BAD_SETTINGS', message: expect.stringContaining(words) }),
  );
  expect(() => loadPrompts(folder)).toThrow(/prompts\/brief\/haiku\.md/);
});

test('every file that is wrong is named at once, and a folder that is not there as well', () => {
  const folder = withFile('brief/haiku.md', 'x');
  writeFileSync(path.join(folder, 'repair/standard.md'), 'y');
  expect(() => loadPrompts(folder)).toThrow(/brief\/haiku\.md .*; .*repair\/standard\.md /s);
  expect(() => loadPrompts('/nowhere')).toThrow(expect.objectContaining({ code: 'BAD_SETTINGS' }));
});
