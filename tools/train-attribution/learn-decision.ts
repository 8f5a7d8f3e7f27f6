import { chanceAt } from '#core/linear-model.ts';
import { type Case, fitWeights } from './fit-weights.ts';

const ROUNDS = 200;
/** How strongly weights are drawn to nothing. Picked for confidence among 4, 8 and 12 by articles left out. */
const DRAW = 8;

/** Logistic regression over named features, from what the rules give each case. Deterministic. */
export function learnDecision(cases: readonly Case[], draw: number = DRAW): Record<string, number> {
  return fitWeights(
    cases.map((one) => [one]),
    { rounds: ROUNDS, drawOf: (name) => (name === 'bias' ? 0 : draw) },
    (rows, scoreOf) => rows.map((row) => chanceAt(scoreOf(row)) - (row.isRight ? 1 : 0)),
  );
}
