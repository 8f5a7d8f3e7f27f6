import path from 'node:path';
import { expect, test } from 'vitest';
import { ANSWER_TRAITS } from '#summarize/extractive/answers/describe-candidates.ts';
import { readAskedArticles } from '../../tools/train-answers/read-asked-articles.ts';
import { casesOf } from '../../tools/train-answers/train-answers.ts';
import { learnWeights } from '../../tools/train-points/learn-weights.ts';

const CORPUS = path.join(import.meta.dirname, '../../corpus');

test('each mark of a question is in a sentence of its article, and some questions have none', () => {
  const questions = readAskedArticles(CORPUS).flatMap((one) => one.questions);
  expect(questions.length).toBeGreaterThan(500);
  expect(questions.filter(({ evidence }) => evidence.length === 0).length).toBeGreaterThan(100);
});

test('a question is asked of its article, of what is left without the answer, and of another; the same cases give the same weights', () => {
  const [one, other] = readAskedArticles(CORPUS);
  if (one === undefined || other === undefined) throw new Error('the corpus is empty');
  const cases = casesOf({ ...one, questions: one.questions.slice(0, 6) }, other);
  expect(new Set(cases.map(({ way }) => way))).toContain('taken out');
  expect(learnWeights(ANSWER_TRAITS, cases)).toEqual(learnWeights(ANSWER_TRAITS, cases));
});

test('what counts for little teaches little', () => {
  const learn = (share: number) =>
    learnWeights(
      ['fit'],
      [1, 1, 0, 0].map((fit, at) => ({ traits: { fit }, isRight: at !== 3 && fit === 1, share: at === 1 ? share : 1 })),
    ).bias;
  expect(learn(0.1)).toBeLessThan(learn(4));
});
