import { logOddsOf } from '#attribute/confidence-model.ts';
import { chanceAt } from '#core/linear-model.ts';

/** One case of a decision: what the rules give it (0..1), its features by name, and the answer. */
export type Case = { readonly byRule: number; readonly features: readonly string[]; readonly isRight: boolean };

/** Features that are seen less often teach nothing that holds elsewhere. */
const SEEN = 5;
const ROUNDS = 200;
const STEP = 0.3;
/** How strongly weights are drawn to nothing. Picked for confidence among 4, 8 and 12 by articles left out. */
const DRAW = 8;
/** Smaller weights are left out. */
const SMALLEST = 0.02;
/** Keeps the first step finite. */
const TINY = 1e-9;

/**
 * Logistic regression over named features, from what the rules give each case, by steps over all cases with a step size of its own for each weight (AdaGrad, Duchi et
 * al. 2011). Nothing is drawn by lot: the same cases in the same order give the same weights, in the order of their names.
 */
export function learnDecision(cases: readonly Case[], draw: number = DRAW): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of cases) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= SEEN ? [name] : [])).toSorted();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = cases.map(({ byRule, features, isRight }) => ({
    prior: logOddsOf(byRule),
    at: Int32Array.from(features.flatMap((name) => places.get(name) ?? [])),
    answer: isRight ? 1 : 0,
  }));
  const bias = places.get('bias');
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, at) => (at === bias ? 0 : draw * weight));
    for (const row of rows) {
      let sum = row.prior;
      for (const at of row.at) sum += weights[at] ?? 0;
      const error = chanceAt(sum) - row.answer;
      for (const at of row.at) slope[at] = (slope[at] ?? 0) + error;
    }
    slope.forEach((by, at) => {
      squares[at] = (squares[at] ?? 0) + by * by;
      weights[at] = (weights[at] ?? 0) - (STEP * by) / Math.sqrt((squares[at] ?? 0) + TINY);
    });
  }
  const rounded = names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100] as const);
  return Object.fromEntries(rounded.filter(([name, weight]) => name === 'bias' || Math.abs(weight) >= SMALLEST));
}
