import { expect, test } from 'vitest';
import { settleArticle } from '#attribute/attribute.ts';
import { chanceOf, readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { statementFeatures } from '#attribute/learned/statement-features.ts';
import { weighStatement } from '#attribute/learned/weigh-statement.ts';
import { attribute, readText } from '#index.ts';

const TEXT =
  'The mayor, Ines Calloway, said on Monday that the ferry would stop for a week. “The hull is cracked,” she told the council. ' +
  'Dock workers fear that the line will never return, and a leaflet claims the firm knew.';

test('features are the same however often and in whatever order they are asked for', () => {
  const { scan, settled } = settleArticle(readText(TEXT));
  const all = settled.map((_, at) => statementFeatures(scan, settled, at));
  const again = settled.map((_, at) => statementFeatures(scan, settled, settled.length - 1 - at)).toReversed();
  expect(all.length).toBeGreaterThan(1);
  expect(again).toEqual(all);
  expect(all.every((features) => new Set(features).size === features.length)).toBe(true);
});

test('a statement of a named person beside her verb is surer than one of a pronoun that means nobody', () => {
  const [sure] = attribute(
    readText('Ines Calloway, the mayor, said that the ferry would stop for a week.'),
  ).attributions;
  const [unsure] = attribute(readText('They said that the ferry would stop for a week.')).attributions;
  expect(sure?.confidence).toBeGreaterThan(0.8);
  expect(unsure?.confidence).toBeLessThan(0.5);
});

test('other languages than English are weighed by the rules alone', () => {
  const [said] = attribute(
    readText('„Die Fähre bleibt im Hafen“, sagte die Bürgermeisterin Ines Kallmann am Montag.'),
  ).attributions;
  expect(said?.confidence).toBeGreaterThan(0.8);
});

test('what is as good as sure to be wrong is no statement', () => {
  const { scan, settled } = settleArticle(readText(TEXT));
  const kept = settled.flatMap((_, at) => weighStatement(scan, settled, at) ?? []);
  expect(kept.every((confidence) => confidence >= 0.2)).toBe(true);
  expect(weighStatement(scan, settled, settled.length)).toBeNull();
});

test('features without a weight add nothing to what the rules give', () => {
  const model = readConfidenceModel({ count: 1, weights: { bias: 0 } });
  expect(chanceOf(model, 0.7, ['bias', 'verb whisper'])).toBeCloseTo(0.7);
});

test.each([
  ['nothing', null],
  ['no weights', { count: 0 }],
  ['no bias', { count: 1, weights: { 'verb say': 1 } }],
  ['a weight that is gone', { count: 3, weights: { bias: 1, 'verb say': 1 } }],
  ['a weight that is no number', { count: 2, weights: { bias: 1, 'verb say': '1' } }],
  ['a weight out of bounds', { count: 2, weights: { bias: 1, 'verb say': 1e9 } }],
  ['a weight that is none', { count: 2, weights: { bias: 1, 'verb say': Number.NaN } }],
])('a damaged file is refused: %s', (_what, file) => {
  expect(() => readConfidenceModel(file)).toThrow(/attribution weights/);
});
