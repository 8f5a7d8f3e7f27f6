import { expect, test } from 'vitest';
import { rememberByLanguage } from '#verify/remember-by-language.ts';

test('what was just read of a text is not read again, and is read anew in another language', () => {
  const read: string[] = [];
  const words = rememberByLanguage((text, language) => {
    read.push(`${language} ${text}`);
    return text.split(' ');
  });
  expect(words('one text', 'en')).toEqual(['one', 'text']);
  expect(words('one text', 'en')).toBe(words('one text', 'en'));
  words('one text', 'de');
  words('another', 'en');
  expect(read).toEqual(['en one text', 'de one text', 'en another']);
});
