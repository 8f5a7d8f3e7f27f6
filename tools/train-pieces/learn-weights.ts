import { chanceAt, type LinearModel } from '#core/linear-model.ts';

/** A sentence that was put together from an article's, and whether rightly. */
export type MadeSentence = { readonly traits: Readonly<Record<string, number>>; readonly isRight: boolean };

const STEPS = 1_000;

/** Rounded, so that the last bits of another machine's arithmetic do not show in the file. */
const DECIMALS = 3;

/**
 * Logistic regression by gradient descent; right and wrong ones count as much however many they are. `shrinkage` pulls weights towards
 * 0; `isScaled`: as strongly for each trait, however much it varies.
 */
export function learnWeights(
  made: readonly MadeSentence[],
  names: readonly string[],
  how: { readonly stepSize: number; readonly shrinkage: number; readonly isScaled: boolean },
): LinearModel {
  const width = names.length;
  const rows = Float64Array.from(made.flatMap(({ traits }) => names.map((name) => traits[name] ?? 0)));
  const scales = how.isScaled ? scaleRows(rows, width) : names.map(() => ({ mean: 0, spread: 1 }));
  const rights = made.filter(({ isRight }) => isRight).length;
  const weights = new Float64Array(width);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = weights.map((weight) => -how.shrinkage * weight);
    let slope = 0;
    for (const [at, { isRight }] of made.entries()) {
      const row = rows.subarray(at * width, (at + 1) * width);
      let logit = bias;
      for (let trait = 0; trait < width; trait += 1) logit += (row[trait] ?? 0) * (weights[trait] ?? 0);
      const error = ((isRight ? 1 : 0) - chanceAt(logit)) * (0.5 / (isRight ? rights : made.length - rights));
      slope += error;
      for (let trait = 0; trait < width; trait += 1) slopes[trait] = (slopes[trait] ?? 0) + error * (row[trait] ?? 0);
    }
    for (let trait = 0; trait < width; trait += 1)
      weights[trait] = (weights[trait] ?? 0) + how.stepSize * (slopes[trait] ?? 0);
    bias += how.stepSize * slope;
  }
  // Back to the traits as they are.
  const own = scales.map(({ spread }, trait) => (weights[trait] ?? 0) / spread);
  const middle = scales.reduce((sum, { mean }, trait) => sum + mean * (own[trait] ?? 0), 0);
  return {
    bias: Number((bias - middle).toFixed(DECIMALS)),
    weights: Object.fromEntries(names.map((name, trait) => [name, Number((own[trait] ?? 0).toFixed(DECIMALS))])),
  };
}

/** Makes each trait's mean 0 and its standard deviation 1, in place; says what they were. */
function scaleRows(rows: Float64Array, width: number): { readonly mean: number; readonly spread: number }[] {
  const all = rows.length / width;
  return Array.from({ length: width }, (_, trait) => {
    const column = Array.from({ length: all }, (_row, at) => rows[at * width + trait] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / all;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all;
    const spread = variance === 0 ? 1 : Math.sqrt(variance);
    for (const [at, value] of column.entries()) rows[at * width + trait] = (value - mean) / spread;
    return { mean, spread };
  });
}
