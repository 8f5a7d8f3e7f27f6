/** Texts that are built to make each name or statement meet all others. */
import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { MOST_STATEMENTS } from '#core/testimony.ts';
import { anArticle } from '../an-article.ts';

test('of more statements than any article has, the first are kept, with those who made them', () => {
  const lines = Array.from({ length: MOST_STATEMENTS + 500 }, (_, at) => `“We have no boat ${at},” Ida Holm said.`);
  const { attributions, sources } = attribute(anArticle(lines.join('\n\n')));
  expect(attributions).toHaveLength(MOST_STATEMENTS);
  expect(sources.map(({ name }) => name)).toEqual(['Ida Holm']);
});

test('of thousands who share a surname the one in hand is meant', () => {
  const names = Array.from({ length: 4_000 }, (_, at) => `Ana${String.fromCharCode(97 + (at % 26))}${at}x Ruiz`);
  const text = `${names.join(' and ')} were there.\n\nMayor Ilse Ruiz waited. “The ferry is late,” Ruiz said.`;
  const { sources, attributions } = attribute(anArticle(text));
  const speaker = sources.find(({ id }) => id === attributions.at(-1)?.source);
  expect(speaker?.name).toBe('Ilse Ruiz');
});
