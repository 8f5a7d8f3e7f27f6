import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CREDITED_LANGUAGES, isCreditedIn } from '#core/credited-languages.ts';

test('the languages in which sources are credited are English and those that have a file', () => {
  const files = readdirSync('src/attribute/other/languages').map((file) => file.replace('.json', ''));
  // Norwegian has one file and two tags.
  const readable = [...files.filter((name) => name !== 'names'), 'en', 'no'];
  expect([...CREDITED_LANGUAGES]).toEqual(readable.sort());
});

test('a region makes no other language', () => {
  expect(isCreditedIn('pt-BR')).toBe(true);
  expect(isCreditedIn('he')).toBe(false);
  expect(isCreditedIn('und')).toBe(true);
});
