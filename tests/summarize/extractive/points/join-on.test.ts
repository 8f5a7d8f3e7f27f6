import { expect, test } from 'vitest';
import { pickPoints } from '#summarize/extractive/points/pick-points.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from '../said-in.ts';

/** The points of a text whose sentences matter in the order of `order`. */
function pointsOf(text: string, order: readonly number[], limit: number, statements: readonly Said[] = []) {
  const { article, testimony } = saidIn(text, statements);
  const passages = readPassages(article, testimony);
  const scores = passages.map((_, at) => (order.includes(at) ? 1 - order.indexOf(at) / 10 : 0));
  return pickPoints(passages, { news: scores, rest: scores }, limit, article);
}

const BAKERY = [
  'The bakery of Aldby was sold in March.',
  'But it will keep its old name for another year.',
  'The ferry to Lund carries no bicycles on Sundays.',
].join(' ');

test('a sentence that leans on a point stands right behind it, as in the article', () => {
  const points = pointsOf(BAKERY, [0, 2, 1], 3);
  expect(points.map(({ text, follows }) => [text, follows ?? false])).toEqual([
    ['The bakery of Aldby was sold in March.', false],
    ['But it will keep its old name for another year.', true],
    ['The ferry to Lund carries no bicycles on Sundays.', false],
  ]);
});

test('the best point comes first, the others as the article has them', () => {
  const text = [
    'The bakery of Aldby was sold in March.',
    'But it will keep its old name for another year.',
    'The ferry to Lund carries no bicycles on Sundays.',
    'The council of Aldby voted for a new library.',
  ].join(' ');
  expect(pointsOf(text, [3, 2, 0, 1], 4).map(({ text: point }) => point)).toEqual([
    'The council of Aldby voted for a new library.',
    'The bakery of Aldby was sold in March.',
    'But it will keep its old name for another year.',
    'The ferry to Lund carries no bicycles on Sundays.',
  ]);
});

test('before the sentence that it leans on is told, both are one point', () => {
  expect(pointsOf(BAKERY, [1, 2], 2).map(({ text }) => text)).toEqual([
    'The bakery of Aldby was sold in March. But it will keep its old name for another year.',
    'The ferry to Lund carries no bicycles on Sundays.',
  ]);
});

test('what stands behind something else in the article stands behind nothing', () => {
  const text = 'The bakery of Aldby was sold in March. The clerk signed the papers. It will keep its old name.';
  expect(pointsOf(text, [0, 2], 2).map(({ text: point }) => point)).not.toContain('It will keep its old name.');
});

test('who is meant may be whoever said the first, which then keeps its credit', () => {
  const text =
    'Mayor Ada Holm said the old bridge would close for a year. She called the cracks the worst of her long career.';
  const said = { words: 'the old bridge would close for a year', by: 'Mayor Ada Holm', cue: 'said' };
  expect(pointsOf(text, [0], 1, [said]).map((point) => point.text)).toEqual(['The old bridge would close for a year.']);
  expect(pointsOf(text, [0, 1], 2, [said]).map((point) => point.text)).toEqual([
    'Mayor Ada Holm said the old bridge would close for a year.',
    'She called the cracks the worst of her long career.',
  ]);
});

test('one that leans on a sentence which itself leans on a point comes third', () => {
  const text =
    'The bakery of Aldby was sold in March. It went to its oldest apprentice. She will keep the old name of the shop.';
  expect(pointsOf(text, [0, 1, 2], 3).map(({ follows }) => follows ?? false)).toEqual([false, true, true]);
});
