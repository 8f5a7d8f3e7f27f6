import { expect, test } from 'vitest';
import { splitParagraphs } from '#language/split-paragraphs.ts';

test('parts a text at its blank lines and trims each part', () => {
  const text = '  One\nline. \n\n\n\n Two.\n\n';
  expect(splitParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(['One\nline.', 'Two.']);
});

test('gives nothing for nothing', () => {
  expect(splitParagraphs('')).toEqual([]);
  expect(splitParagraphs('\n\n \n\n')).toEqual([]);
});
