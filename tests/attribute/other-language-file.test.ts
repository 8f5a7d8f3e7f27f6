import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLanguage, wordsOf } from '#attribute/other/words.ts';

describe('the file of a language', () => {
  test('gives words, and endings that any word may have', () => {
    const words = readLanguage('xx', { says: ['sagt'], persons: { feminine: ['-sprecherin'] } });
    expect(words.says.has('sagt')).toBe(true);
    expect(words.says.has('sag')).toBe(false);
    expect(words.persons.feminine.has('regierungssprecherin')).toBe(true);
    expect(words.persons.masculine.has('regierungssprecherin')).toBe(false);
  });

  test('is empty in all that it leaves out', () => {
    const words = readLanguage('xx', {});
    expect(words.verbSecond).toBe(false);
    expect(words.declines).toEqual([]);
    expect(words.particles.has('gibt')).toBe(false);
    expect(words.firstNames.masculine.has('jean')).toBe(false);
  });

  test.each([
    ['a field that there is not', { sayz: [] }, 'languages/xx.json: no field is called sayz'],
    ['a word where a list should be', { says: 'sagt' }, 'languages/xx.json: says must be a list of texts'],
    ['a number', { says: ['sagt', 3] }, 'languages/xx.json: says[1] must be a text without spaces around it'],
    ['a word with a space behind it', { ands: ['und '] }, 'ands[0] must be a text without spaces'],
    ['a word twice', { persons: { feminine: ['frau', 'frau'] } }, 'persons.feminine has frau twice'],
    ['a third gender', { pronouns: { neuter: ['es'] } }, 'pronouns has feminine and masculine, not neuter'],
    ['a broken pattern', { declines: ['wollte ('] }, 'declines[0]: wollte ( is no regular expression'],
    ['a word that is no flag', { verbSecond: 'yes' }, 'verbSecond must be true or false'],
    ['a typewritten apostrophe', { elidedArticles: ["l'"] }, "elidedArticles[0], l': write ’ for the apostrophe"],
    ['a capital', { says: ['Sagt'] }, 'says[0], Sagt: write it in small letters'],
    ['a pair of one', { nominative: [['^dem ']] }, 'nominative[0] must be a pattern and a text'],
  ])('tells %s, and where', (_what, file, message) => {
    expect(() => readLanguage('xx', file)).toThrow(message);
  });

  test('is read for each language that has one', () => {
    const folder = path.join(import.meta.dirname, '../../src/attribute/other/languages');
    const scripts = ['ar', 'ja', 'names'];
    for (const name of readdirSync(folder)) {
      const language = path.basename(name, '.json');
      if (scripts.includes(language)) continue;
      expect(wordsOf(language)).not.toBeNull();
      const file: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      expect(readLanguage(language, file).says.size).toBeGreaterThan(0);
    }
    expect(wordsOf('pt-BR')?.language).toBe('pt');
    expect(wordsOf('xx')).toBeNull();
  });
});
