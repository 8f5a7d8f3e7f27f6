import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { plainArticle } from '../plain-article.ts';

const checkClaims = createCheckClaims(attribute);

const article = plainArticle(
  [
    'The brewery rang the chair of the planning board three times on Sunday, a clerk said.',
    'Oskar Brandl, who owns the brewery, denied ringing the chair. He said that the licence would be handed back in June.',
    'His cousin, Viktor Brandl, told the tribunal that there were five questions to be answered about the licence.',
    'The chair, Nell Osgood, rejected the charge that she had been paid by the brewery.',
  ].join('\n\n'),
);

function reasonsOn(text: string, speaker: string): string[] {
  const [verdict] = checkClaims([{ text, speaker }], article);
  return verdict?.objections.filter(({ check }) => check === 'speaker').map(({ reason }) => reason) ?? [];
}

test.each([
  ['Viktor Brandl denied ringing the chair of the board.', 'Viktor Brandl', 'Oskar Brandl'],
  ['Oskar Brandl rejected the charge that the chair had been paid by the brewery.', 'Oskar Brandl', 'Nell Osgood'],
])('who denies it is whom the article has deny it: %s', (text, speaker, denier) => {
  expect(reasonsOn(text, speaker).join()).toContain(denier);
});

test.each([
  ['Oskar Brandl denied ringing the chair of the board.', 'Oskar Brandl'],
  ['Nell Osgood disputes that she had been paid by the brewery.', 'Nell Osgood'],
  ['Viktor Brandl rejected the idea of a merger with the dairy.', 'Viktor Brandl'],
  ['Viktor Brandl said there were five questions to be answered about the licence.', 'Viktor Brandl'],
])('%s', (text, speaker) => {
  expect(reasonsOn(text, speaker)).toEqual([]);
});

test('“five questions” is a thing, and disputes nothing', () => {
  expect(
    reasonsOn('Oskar Brandl said there were five questions to be answered about the licence.', 'Oskar Brandl'),
  ).toContain('the article credits this to Viktor Brandl');
});
