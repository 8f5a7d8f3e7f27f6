import { logOddsOf } from '#attribute/confidence-model.ts';
import type { Case } from './learn-decision.ts';

/** What is chosen among: the cases of one choice, of which one or more are right. */
export type Choice = readonly Case[];

/** Features that are seen less often teach nothing that holds elsewhere. */
const SEEN = 5;
const ROUNDS = 120;
const STEP = 0.3;
const SMALLEST = 0.02;
/** Keeps the first step finite. */
const TINY = 1e-9;

/**
 * Weights by which the right one of each choice is the likeliest (conditional logit, McFadden 1974), from what the rules give each, by steps over all choices with a
 * step size of its own for each weight (AdaGrad). `draw`: how strongly weights are drawn to nothing. Deterministic, as `learnDecision` is.
 */
export function learnChoice(choices: readonly Choice[], draw: number): Record<string, number> {
  const counts = new Map<string, number>([['bias', SEEN]]);
  for (const { features } of choices.flat()) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= SEEN ? [name] : [])).toSorted();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = choices.map((cases) =>
    cases.map(({ byRule, features, isRight }) => ({
      prior: logOddsOf(byRule),
      at: Int32Array.from(features.flatMap((name) => places.get(name) ?? [])),
      isRight,
    })),
  );
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => draw * weight);
    for (const row of rows) {
      const sizes = row.map(({ prior, at }) => Math.exp(at.reduce((sum, place) => sum + (weights[place] ?? 0), prior)));
      const all = sizes.reduce((sum, size) => sum + size, 0);
      const right = sizes.reduce((sum, size, i) => sum + (row[i]?.isRight === true ? size : 0), 0);
      for (const [i, { at, isRight }] of row.entries()) {
        const error = (sizes[i] ?? 0) / all - (isRight ? (sizes[i] ?? 0) / right : 0);
        for (const place of at) slope[place] = (slope[place] ?? 0) + error;
      }
    }
    slope.forEach((by, at) => {
      squares[at] = (squares[at] ?? 0) + by * by;
      weights[at] = (weights[at] ?? 0) - (STEP * by) / Math.sqrt((squares[at] ?? 0) + TINY);
    });
  }
  const rounded = names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100] as const);
  return Object.fromEntries(rounded.filter(([name, weight]) => name === 'bias' || Math.abs(weight) >= SMALLEST));
}
