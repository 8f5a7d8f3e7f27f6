import { chanceAt, type LinearModel } from '#core/linear-model.ts';

/** A case by its traits, and whether it is one of those to find; `share` is what it counts for. */
export type WeightedExample<Name extends string> = {
  readonly traits: Readonly<Record<Name, number>>;
  readonly isRight: boolean;
  readonly share: number;
};

const STEPS = 400;
const STEP_SIZE = 1;

/** Pulls weights towards 0, so that traits that tell the same share what they tell. */
const SHRINKAGE = 0.02;

/** Rounded, so that the last bits of another machine's arithmetic do not show in the file. */
const DECIMALS = 3;

/** Logistic regression by gradient descent over all examples at once: no chance in it, the same examples give the same weights. */
export function learnWeights<Name extends string>(
  names: readonly Name[],
  examples: readonly WeightedExample<Name>[],
  shrinkage = SHRINKAGE,
): LinearModel {
  const rows = examples.map(({ traits }) => names.map((name) => traits[name]));
  const means = names.map((_, at) => meanOf(rows.map((row) => row[at] ?? 0)));
  const spreads = names.map((_, at) => {
    const mean = means[at] ?? 0;
    return Math.sqrt(meanOf(rows.map((row) => ((row[at] ?? 0) - mean) ** 2))) || 1;
  });
  const scaled = rows.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)));
  const whole = Math.max(
    1,
    examples.reduce((sum, { share }) => sum + share, 0),
  );
  const weights = names.map(() => 0);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = names.map(() => 0);
    let slope = 0;
    for (const [at, row] of scaled.entries()) {
      const { isRight = false, share = 1 } = examples[at] ?? {};
      const logit = row.reduce((sum, value, trait) => sum + value * (weights[trait] ?? 0), bias);
      const error = share * (chanceAt(logit) - (isRight ? 1 : 0));
      slope += error;
      for (const [trait, value] of row.entries()) slopes[trait] = (slopes[trait] ?? 0) + error * value;
    }
    for (const [trait, sum] of slopes.entries()) {
      const weight = weights[trait] ?? 0;
      weights[trait] = weight - STEP_SIZE * (sum / whole + shrinkage * weight);
    }
    bias -= (STEP_SIZE * slope) / whole;
  }
  const unscaled = weights.map((weight, at) => weight / (spreads[at] ?? 1));
  const shift = unscaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return {
    bias: rounded(bias - shift),
    weights: Object.fromEntries(names.map((name, at) => [name, rounded(unscaled[at] ?? 0)])),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
