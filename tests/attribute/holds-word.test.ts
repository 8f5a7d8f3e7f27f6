import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { holdsWord } from '#attribute/holds-word.ts';
import { anArticle } from '../an-article.ts';

test('finds a word by its stem, and not behind a “not”', () => {
  const holds = (text: string) => holdsWord(text, 'promis', '\\p{Ll}{0,4}', 'not|never');
  expect(holds('He Promised a boat.')).toBe(true);
  expect(holds('They had not promised it.')).toBe(false);
  expect(holds('A compromise was found.')).toBe(false);
  expect(holds('He gave a boat.')).toBe(false);
});

test.each(['www.x.example/(y[', 'www.x.example/+(+', '***'])('a word such as %s is no pattern', (word) => {
  const article = anArticle(
    `Ida Holm said there was a boat of ${word} in May. Bo Lund said no ${word} had come. Bo Lund said he had not ${word} it.`,
  );
  expect(() => attribute(article)).not.toThrow();
});
