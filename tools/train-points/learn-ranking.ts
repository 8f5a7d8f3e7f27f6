import { TRAITS, type Traits } from '#summarize/extractive/describe-passages.ts';
import type { Weights } from '#summarize/extractive/rank-sentences.ts';

/** A sentence, and whether an editor kept it. */
export type Example = { readonly traits: Traits; readonly isKey: boolean };

const STEPS = 400;
const STEP_SIZE = 1;

/** Pulls weights towards 0, so that traits that tell the same share what they tell. */
const SHRINKAGE = 0.02;

/** Rounded, so that the last bits of another machine's arithmetic do not show in the file. */
const DECIMALS = 3;

/** Logistic regression by gradient descent over all examples at once: no chance in it, the same examples give the same weights. */
export function learnRanking(examples: readonly Example[]): Weights {
  const rows = examples.map(({ traits }) => TRAITS.map((name) => traits[name]));
  const means = TRAITS.map((_, at) => meanOf(rows.map((row) => row[at] ?? 0)));
  const spreads = TRAITS.map((_, at) => {
    const mean = means[at] ?? 0;
    return Math.sqrt(meanOf(rows.map((row) => ((row[at] ?? 0) - mean) ** 2))) || 1;
  });
  const scaled = rows.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)));
  const weights = TRAITS.map(() => 0);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = TRAITS.map(() => 0);
    let slope = 0;
    for (const [at, row] of scaled.entries()) {
      const logit = row.reduce((sum, value, trait) => sum + value * (weights[trait] ?? 0), bias);
      const error = 1 / (1 + Math.exp(-logit)) - (examples[at]?.isKey === true ? 1 : 0);
      slope += error;
      for (const [trait, value] of row.entries()) slopes[trait] = (slopes[trait] ?? 0) + error * value;
    }
    for (const [trait, sum] of slopes.entries()) {
      const weight = weights[trait] ?? 0;
      weights[trait] = weight - STEP_SIZE * (sum / scaled.length + SHRINKAGE * weight);
    }
    bias -= (STEP_SIZE * slope) / scaled.length;
  }
  const unscaled = weights.map((weight, at) => weight / (spreads[at] ?? 1));
  const shift = unscaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return {
    bias: rounded(bias - shift),
    weights: Object.fromEntries(TRAITS.map((name, at) => [name, rounded(unscaled[at] ?? 0)])),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
