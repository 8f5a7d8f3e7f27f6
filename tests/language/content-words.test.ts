import { expect, test } from 'vitest';
import { contentWords } from '#language/content-words.ts';

test('leaves out stop words and endings, in order', () => {
  const [first, ...rest] = contentWords('The officials were planning talks', 'en');
  expect([first, ...rest]).toHaveLength(3);
  expect(contentWords('An official planned a talk', 'en')).toEqual([first, ...rest].slice(0, 3));
});

test('gives one stem for the forms of a word', () => {
  for (const forms of [
    ['report', 'reports', 'reported', 'reporting'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['country', 'countries'],
    ['agree', 'agreed', 'agrees'],
    ['make', 'making', 'makes'],
    ['resign', 'resigned', 'resigns'],
    ['sanction', 'sanctions', 'sanctioned'],
    ['city', 'cities'],
    ['fall', 'falls', 'falling'],
  ]) {
    expect(new Set(forms.flatMap((form) => contentWords(form, 'en'))).size, forms.join()).toBe(1);
  }
});

test('does not join words that differ', () => {
  for (const [one, other] of [
    ['nation', 'native'],
    ['police', 'policy'],
    ['rate', 'rating board'],
    ['worker', 'working day'],
  ] as const) {
    expect(contentWords(one, 'en')).not.toEqual(contentWords(other, 'en'));
  }
});

test('keeps accents, and an apostrophe’s ending is no word', () => {
  expect(contentWords('São Paulo', 'pt').join(' ')).toContain('são');
  expect(contentWords('Britain’s Britain', 'en')).toEqual(['britain', 'britain']);
});

test('cuts scripts without spaces into words', () => {
  expect(contentWords('橋は閉鎖された', 'ja').length).toBeGreaterThan(1);
  expect(contentWords('警方关闭了大桥', 'zh').length).toBeGreaterThan(1);
});

test('does other languages, and knows none without failing', () => {
  expect(contentWords('Die Regierungen planten die Sitzung', 'de')).toEqual(
    contentWords('Regierung plante Sitzungen', 'de'),
  );
  expect(contentWords('slovo a slova', 'xx').length).toBeGreaterThan(0);
  expect(contentWords('', 'en')).toEqual([]);
});
