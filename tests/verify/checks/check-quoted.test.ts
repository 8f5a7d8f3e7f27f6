import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkQuoted } from '#verify/checks/check-quoted.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from '../plain-article.ts';

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

test('a run of the article’s own sentences is in no other mouth than there; a seam is no run', () => {
  const own = 'The harbour master said Jon Renny’s answers were “all fog”.';
  const whole = plainArticle(
    `Ines Tallow, 51, left. Renny met Nora Weir. Jon Renny said it was safe. ${own} It rained.`,
  );
  const marked = attribute(whole);
  const attributions = marked.attributions.map((one) => ({ ...one, source: 's0' }));
  const tallow = { id: 's0', name: 'Ines Tallow', role: null, kind: 'person', named: true, mentions: [] } as const;
  const there = createGround(whole, { sources: [...marked.sources, tallow], attributions });
  expect(checkQuoted(bareSubject(own), there)).toEqual([]);
  expect(checkQuoted(bareSubject(`Renny met Nora Weir. ${own}`), there)).not.toEqual([]);
});
