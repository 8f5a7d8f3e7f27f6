import { expect, test } from 'vitest';
import { readTokens } from '#language/read-tokens.ts';
import { readTree } from '#language/read-tree.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { expectToEnd } from '../expect-to-end.ts';

function arcs(text: string): string[] {
  const tokens = readTokens(text, splitSentences(text, 'en'), 'en');
  return readTree(tokens).map(({ head, relation }, i) => `${tokens[i]?.text} ${relation} ${tokens[head]?.text ?? '-'}`);
}

test('knows subject, object and the clause that is reported', () => {
  const found = arcs('She said that he had closed the door.');
  expect(found).toContain('She nsubj said');
  expect(found).toContain('said root -');
  expect(found).toContain('he nsubj closed');
  expect(found).toContain('closed ccomp said');
  expect(found).toContain('door obj closed');
});

test('every sentence is a tree of its own', () => {
  const text = 'She left. “It rained,” he said, and nobody came. Why?';
  const tokens = readTokens(text, splitSentences(text, 'en'), 'en');
  const tree = readTree(tokens);
  expect(tree).toHaveLength(tokens.length);
  const roots = tree.flatMap(({ head }, i) => (head < 0 ? [tokens[i]?.sentence] : []));
  expect(roots).toEqual([0, 1, 2]);
  for (const [i, { head }] of tree.entries()) if (head >= 0) expect(tokens[head]?.sentence).toBe(tokens[i]?.sentence);
});

test('gives nothing for no words', () => {
  expect(readTree([])).toEqual([]);
});

test('does not hang on hostile text', () => {
  for (const unit of ['a ', '“ ', 'and ', 'that said ']) {
    const text = unit.repeat(40_000 / unit.length);
    expectToEnd(() => {
      readTree(readTokens(text, [{ start: 0, end: text.length }], 'en'));
    });
  }
});
