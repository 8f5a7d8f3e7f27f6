import path from 'node:path';
import { expect, test } from 'vitest';
import { chanceOfDifference } from '#summarize/extractive/disagreements/learned/chance-of-difference.ts';
import { readDifferingCorpus } from '../../tools/train-differences/read-differing-articles.ts';
import { casesOf, learnDifferences } from '../../tools/train-differences/train-differences.ts';

const CORPUS = path.join(import.meta.dirname, '../../corpus');

test('marked pairs are told from others, and the same cases give the same weights', () => {
  const cases = readDifferingCorpus(CORPUS).slice(0, 6).flatMap(casesOf);
  const marked = cases.filter(({ isRight }) => isRight);
  expect(marked.length).toBeGreaterThan(20);
  const model = learnDifferences(cases);
  expect(learnDifferences(cases)).toEqual(model);
  const mean = (some: typeof cases) =>
    some.reduce((sum, { features }) => sum + chanceOfDifference(features, model), 0) / some.length;
  expect(mean(marked)).toBeGreaterThan(2 * mean(cases.filter(({ isRight }) => !isRight)));
});
