import { expect, test } from 'vitest';
import { bareSubject } from '#verify/checks/check.ts';
import { checkFigurePlaces } from '#verify/checks/check-figure-places.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from '../plain-article.ts';

const TEXT =
  'Divers found rust in 17 of the pier’s 85 iron legs last week. Its income fell to £3m last year from £5m in 2019. Some 30 and 40 boats left.';
const ground = createGround(plainArticle(TEXT), { sources: [], attributions: [] });

function isRefused(text: string): boolean {
  return checkFigurePlaces(bareSubject(text), ground).length > 0;
}

test('refuses two figures that have changed places', () => {
  expect(isRefused('Divers found rust in 85 of the pier’s 17 iron legs.')).toBe(true);
  expect(isRefused('The pier’s income fell from £3m to £5m last year.')).toBe(true);
});

test.each([
  TEXT,
  'Of the pier’s 85 iron legs, divers found rust in 17 last week.',
  'The pier’s income fell from £5m to £3m last year.',
  'Some 40 and 30 boats left.',
  'Rust was found in 17 legs; 85 of them were looked at by divers.',
])('has nothing against figures that keep their places: %s', (text) => {
  expect(isRefused(text)).toBe(false);
});
