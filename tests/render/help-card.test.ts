import { expect, test } from 'vitest';
import type { Block } from '#core/card.ts';
import { readWords } from '#core/read-words.ts';
import { helpCard } from '#render/help-card.ts';
import { commands } from '../all-commands.ts';
import { FEEDS } from '../core/a-command.ts';

const textsOf = (blocks: readonly Block[], kind: Block['kind']) =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []));

test('all commands, each verb as it is written and what it does', () => {
  const { blocks } = helpCard([FEEDS, ...commands], null);
  expect(textsOf(blocks, 'point')).toEqual([
    '/feeds list',
    '/feeds add <address> every:1–24 [title:…] [depth:some|all] [limit:1–50] [quiet]',
    '/brief [<address | words>] [points:1–10] [engine:extractive|model] [style:standard|executive|short] [language:…] [private]',
    '/sources cited [<address>]',
    '/sources list',
    '/sources add <url>',
    '/sources remove <which>',
    '/sources pause <which>',
    '/sources resume <which>',
    '/sources filter <which> [<words>]',
    '/sources import <url>',
    '/sources export',
    '/digest now',
    '/digest schedule <when>',
    '/digest status',
    '/digest off [<which>]',
    '/ask <question>',
  ]);
  expect(blocks[1]).toMatchObject({ credit: 'follow one more' });
});

test('one command: what it does, its options with their meaning, its examples', () => {
  const [brief] = commands;
  if (brief === undefined) throw new Error('no command');
  const { title, blocks } = helpCard(commands, brief);
  expect(title).toBe(`/brief — ${brief.about}`);
  expect(blocks).toContainEqual({
    kind: 'point',
    text: 'points:1–10',
    credit: 'how many key points at most',
    passage: null,
  });
  expect(textsOf(blocks, 'text')).toEqual([
    'The key points of one article, each with who said it.',
    '/brief https://example.org/story',
    '/brief https://example.org/story --points 4',
  ]);
});

test('where an article may be left out, the help says which one is meant then', () => {
  const ask = commands.find(({ name }) => name === 'ask');
  const { blocks } = helpCard(commands, ask ?? null);
  expect(blocks).toContainEqual({
    kind: 'point',
    text: '<address>',
    credit: expect.stringContaining('without one, the article of this thread or the last one here'),
    passage: null,
  });
});

test('every example of every help is taken as it stands', () => {
  for (const command of commands) {
    const examples = textsOf(helpCard(commands, command).blocks, 'text').flatMap((line) =>
      line?.startsWith('/') === true ? [line] : [],
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const line of examples)
      expect(readWords(command, line.slice(command.name.length + 1))).toMatchObject({ kind: 'run' });
  }
});
