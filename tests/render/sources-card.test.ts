import { expect, test } from 'vitest';
import { sourcesCard } from '#render/sources-card.ts';
import { ATTRIBUTIONS, anAttribution, SOURCES, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

test('lists each source with its statements, their form, verb and outlet', () => {
  const { blocks } = sourcesCard(anArticle(TEXT), { sources: SOURCES, attributions: ATTRIBUTIONS });
  expect(blocks[1]).toEqual({ kind: 'heading', text: 'Ida Holm, harbour master', detail: '2 statements' });
  expect(blocks[3]).toMatchObject({ text: '“We looked twice and found cracks”', credit: 'quoted · via Quay Gazette' });
  expect(blocks.at(-1)).toMatchObject({
    text: 'it would stay shut until June',
    credit: 'in the article’s words with “claimed”',
  });
});

test('says how many are left out because it is not certain who spoke', () => {
  const unsure = ATTRIBUTIONS.map((attribution) => ({ ...attribution, confidence: 0.3 }));
  const { blocks } = sourcesCard(anArticle(TEXT), { sources: SOURCES, attributions: unsure });
  expect(blocks.slice(1)).toEqual([
    { kind: 'text', text: 'The article credits no one with a statement.' },
    { kind: 'note', text: '4 more left out: it is not certain who said them' },
  ]);
});

test('a fragment stands in its whole sentence', () => {
  const fragment = anAttribution('stay shut', { source: 's3' });
  const { blocks } = sourcesCard(anArticle(TEXT), { sources: SOURCES, attributions: [fragment] });
  expect(blocks.at(-1)).toMatchObject({ text: 'The ferry firm Lund Lines claimed it would stay shut until June.' });
});

test('of a flood of statements the first are listed, and the others counted', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => anAttribution('stay shut', { id: `a${at}`, source: 's3' }));
  const { blocks } = sourcesCard(anArticle(TEXT), { sources: SOURCES, attributions: [...ATTRIBUTIONS, ...many] });
  expect(blocks.filter(({ kind }) => kind === 'point')).toHaveLength(400);
  expect(blocks.at(-1)).toEqual({ kind: 'note', text: '604 more statements, too many to list here' });
  expect(blocks).toContainEqual({ kind: 'heading', text: 'Lund Lines, ferry firm', detail: '1001 statements' });
});
