import { type Case, fitWeights } from './fit-weights.ts';

/** What is chosen among: the cases of one choice, of which one or more are right. */
export type Choice = readonly Case[];

const ROUNDS = 120;

/**
 * Weights by which the right one of each choice is the likeliest (conditional logit, McFadden 1974), from what the rules give each.
 * `draw`: how strongly weights are drawn to nothing. Deterministic.
 */
export function learnChoice(choices: readonly Choice[], draw: number): Record<string, number> {
  return fitWeights(choices, { rounds: ROUNDS, drawOf: () => draw }, (rows, scoreOf) => {
    const sizes = rows.map((row) => Math.exp(scoreOf(row)));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const right = sizes.reduce((sum, size, i) => sum + (rows[i]?.isRight === true ? size : 0), 0);
    return sizes.map((size, i) => size / all - (rows[i]?.isRight === true ? size / right : 0));
  });
}
