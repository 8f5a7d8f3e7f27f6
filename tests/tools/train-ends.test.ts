import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import learned from '#attribute/data/content-end-en.json' with { type: 'json' };
import { likeliest } from '#attribute/learned/choose-end.ts';
import { readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { readMarked } from '../../tools/train-attribution/read-marked.ts';
import { clausesOf, endWeights } from '../../tools/train-attribution/train-ends.ts';

const CORPUS = path.join(import.meta.dirname, '../../corpus');

/** Clauses of every twelfth article of the corpus. */
function someClauses() {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-ends-'));
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.json'));
  for (const [at, name] of files.entries()) if (at % 12 === 0) cpSync(path.join(CORPUS, name), path.join(folder, name));
  return readMarked(folder).flatMap(clausesOf);
}

test('the same clauses give the same bytes, and each has its marked end among its places', () => {
  const clauses = someClauses();
  expect(clauses.length).toBeGreaterThan(10);
  expect(clauses.every(({ places, end }) => places.some(({ at }) => at === end))).toBe(true);
  expect(endWeights(clauses)).toBe(endWeights(clauses));
});

test('the weights that are shipped find no fewer ends in the corpus than the rules', () => {
  const clauses = someClauses();
  const found = (model: ReadonlyMap<string, number>) =>
    clauses.filter(({ places, end }) => likeliest(model, places)?.at === end).length;
  expect(found(readConfidenceModel(learned))).toBeGreaterThanOrEqual(found(new Map()));
});
