import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkBearer } from '#verify/checks/check-bearer.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from '../plain-article.ts';

const article = plainArticle(
  [
    'Harbour pilot Ines Tallow, who has steered tankers into Marlow for 20 years, said the channel was too shallow.',
    'She told the ministry on Friday that its soundings came from an old chart.',
    'Councillor Jon Renny said the council would pay for a dredger before the winter storms.',
    'The tankers wait for the tide outside the northern breakwater.',
  ].join('\n\n'),
);
const ground = createGround(article, attribute(article));

test.each([
  'Jon Renny has steered tankers into Marlow for 20 years.',
  'Renny told the ministry on Friday that its soundings came from a chart.',
  'Ines Tallow said the council would pay for a dredger before the storms.',
])('what is told of one person is not told of another: %s', (text) => {
  expect(checkBearer(bareSubject(text), ground)).not.toEqual([]);
});

test.each([
  'Ines Tallow has steered tankers into Marlow for 20 years.',
  'Tallow told the ministry on Friday that its soundings came from a chart.',
  'The pilot told the ministry that its soundings came from an old chart.',
  'Jon Renny said tankers wait for the tide outside the breakwater.',
  'Jon Renny doubts that the channel is too shallow.',
  'Jon Renny and Ines Tallow steered tankers into Marlow for 20 years.',
])('is silent where the article may mean the same person, or nobody: %s', (text) => {
  expect(checkBearer(bareSubject(text), ground)).toEqual([]);
});
