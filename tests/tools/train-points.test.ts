import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { TRAITS, type Traits } from '#summarize/extractive/points/describe-passages.ts';
import { learnRanking } from '../../tools/train-points/learn-ranking.ts';

const NOTHING: Traits = Object.fromEntries(TRAITS.map((name) => [name, 0])) as Traits;
const CORPUS = path.join(import.meta.dirname, '../../corpus');

test('a trait of the sentences that were kept gets weight, one that says nothing gets none', () => {
  const examples = [0, 1, 0, 1].map((title, at) => ({
    traits: { ...NOTHING, title, length: at < 2 ? 1 : 0 },
    isKey: title === 1,
  }));
  const { weights } = learnRanking(examples);
  expect(weights.title).toBeGreaterThan(1);
  expect(Math.abs(weights.length ?? 0)).toBeLessThan(0.01);
});

test('the same examples give the same weights', () => {
  const examples = [
    { traits: { ...NOTHING, quoted: 1 }, isKey: false },
    { traits: NOTHING, isKey: true },
  ];
  expect(learnRanking(examples)).toEqual(learnRanking(examples));
});

test('each article of the corpus has its marks, and each mark is in its article', () => {
  const marks: Record<string, string[]> = JSON.parse(
    readFileSync(path.join(CORPUS, 'marks/key-sentences.json'), 'utf8'),
  );
  const lost = Object.entries(marks).flatMap(([slug, openings]) => {
    const { text } = JSON.parse(readFileSync(path.join(CORPUS, `${slug}.json`), 'utf8'));
    const line = text.replace(/\s/gu, ' ');
    return openings.filter((opening) => !line.includes(opening)).map((opening) => `${slug}: ${opening}`);
  });
  expect(lost).toEqual([]);
});
