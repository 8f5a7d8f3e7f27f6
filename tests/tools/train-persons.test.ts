import path from 'node:path';
import { expect, test } from 'vitest';
import { chooserOf } from '#attribute/learned/choose-person.ts';
import { readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { readStories } from '../../tools/read-corpus.ts';
import { personChoicesOf, personWeights } from '../../tools/train-attribution/train-persons.ts';

const CORPUS = path.join(import.meta.dirname, '../../corpus');

test('of articles that it was learned from most pronouns are resolved as marked, and the same choices give the same weights', () => {
  const choices = readStories(CORPUS, 'differing')
    .slice(0, 16)
    .flatMap(({ file, article }) => personChoicesOf({ gold: file, article }));
  expect(choices.length).toBeGreaterThan(15);
  const weights = personWeights(choices);
  expect(personWeights(choices)).toBe(weights);
  const choose = chooserOf(readConfidenceModel(JSON.parse(weights)));
  const right = choices.filter(({ candidates, isRight }) => {
    const chosen = choose(candidates, 0);
    return isRight[candidates.findIndex(({ bearer }) => bearer === chosen?.bearer)];
  });
  expect(right.length).toBeGreaterThan(0.9 * choices.length);
});
