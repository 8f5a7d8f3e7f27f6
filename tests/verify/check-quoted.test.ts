import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { bareSubject } from '#verify/check.ts';
import { checkQuoted } from '#verify/check-quoted.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from './plain-article.ts';

const article = plainArticle(
  [
    'The harbour master, Ines Tallow, spoke of the mayor, Jon Renny, on Monday.',
    '“If Renny stays in office I will leave by the first boat,” Tallow said. Jon Renny said that he would stay.',
  ].join('\n\n'),
);
const testimony = attribute(article);
const ground = createGround(article, testimony);
const text = '“If Renny stays in office I will leave by the first boat.” Jon Renny smiled.';

test('quoted words beside somebody else’s name alone are refused', () => {
  expect(checkQuoted(bareSubject(text), ground)).toMatchObject([
    { check: 'speaker', reason: expect.stringContaining('Ines Tallow') },
  ]);
  expect(checkQuoted(bareSubject(`${text} Tallow left.`), ground)).toEqual([]);
});

test('a point whose credit is the speaker’s names them below', () => {
  const attributions = testimony.attributions.map(({ id }) => id);
  expect(attributions.length).toBeGreaterThan(0);
  expect(checkQuoted({ ...bareSubject(text), attributions }, ground)).toEqual([]);
  expect(checkQuoted({ ...bareSubject(text), attributions: ['other'] }, ground)).toHaveLength(1);
});
