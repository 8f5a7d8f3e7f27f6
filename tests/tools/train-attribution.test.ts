import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import learned from '#attribute/data/confidence-en.json' with { type: 'json' };
import { chanceOf, readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { judgeStatements } from '../../tools/train-attribution/judge-statements.ts';
import { learnDecision } from '../../tools/train-attribution/learn-decision.ts';
import { readMarked } from '../../tools/train-attribution/read-marked.ts';
import { brierOf, reliabilityOf } from '../../tools/train-attribution/reliability.ts';
import { weightsFile } from '../../tools/train-attribution/weights-file.ts';

const CORPUS = path.join(import.meta.dirname, '../../corpus');

/** A folder with every twelfth article of the corpus. */
function someArticles(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-corpus-'));
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.json'));
  for (const [at, name] of files.entries()) if (at % 12 === 0) cpSync(path.join(CORPUS, name), path.join(folder, name));
  return folder;
}

test('the same articles give the same bytes', () => {
  const folder = someArticles();
  const [first, second] = [0, 1].map(() => weightsFile(readMarked(folder).flatMap(judgeStatements)));
  expect(first).toBe(second);
  expect(readConfidenceModel(JSON.parse(first ?? '')).size).toBeGreaterThan(50);
});

test('the weights that are shipped are more honest about the corpus than the rules', () => {
  const model = readConfidenceModel(learned);
  const cases = readMarked(someArticles()).flatMap(judgeStatements);
  const byRule = cases.map(({ byRule: confidence, isRight }) => ({ confidence, isRight }));
  const byModel = cases.map(({ byRule: rule, features, isRight }) => ({
    confidence: chanceOf(model, rule, features),
    isRight,
  }));
  expect(brierOf(byModel)).toBeLessThan(brierOf(byRule));
});

test('what goes with right answers gains weight, what goes with wrong ones loses it, and what is rare has none', () => {
  const cases = Array.from({ length: 40 }, (_, at) => ({
    byRule: 0.5,
    features: ['bias', at % 2 === 0 ? 'verb state' : 'verb rumour', ...(at === 0 ? ['once'] : [])],
    isRight: at % 2 === 0,
  }));
  const weights = learnDecision(cases);
  expect(weights['verb state']).toBeGreaterThan(0.3);
  expect(weights['verb rumour']).toBeLessThan(-0.3);
  expect(weights).not.toHaveProperty('once');
  expect(learnDecision(cases.toReversed())).toEqual(weights);
});

test('an article whose marks were moved is refused', () => {
  const folder = someArticles();
  const [name = ''] = readdirSync(folder);
  const file = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  file.attributions[0].spans.content[0][0] += 1;
  writeFileSync(path.join(folder, name), JSON.stringify(file));
  expect(() => readMarked(folder)).toThrow(/not at its place/);
});

test('honesty is told by steps of confidence', () => {
  const answers = [1, 1, 1, 0].map((right) => ({ confidence: 0.75, isRight: right === 1 }));
  expect(brierOf(answers)).toBeCloseTo(0.1875);
  expect(reliabilityOf(answers)).toEqual(['  0.70 to 0.80:     4, promised 75.0 %, right 75.0 %']);
});
