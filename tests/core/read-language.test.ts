import { expect, test } from 'vitest';
import { isSameLanguage, readLanguage } from '#core/read-language.ts';

test.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['pt-br', 'pt-BR'],
  ['German', 'de'],
  ['deutsch', 'de'],
  [' Français ', 'fr'],
  ['日本語', 'ja'],
  ['zh-Hant', 'zh-Hant'],
  ['haw', 'haw'],
])('“%s” is the language %s', (words, tag) => {
  expect(readLanguage(words)).toBe(tag);
});

test.each(['short', 'klingonese', 'und', '', 'de de', 'x'.repeat(4_000), 'q!', 'de-'])('“%.20s” is none', (words) => {
  expect(readLanguage(words)).toBeNull();
});

test('a language is the same wherever it is spoken', () => {
  expect(isSameLanguage('pt', 'pt-BR')).toBe(true);
  expect(isSameLanguage('pt', 'es')).toBe(false);
});
