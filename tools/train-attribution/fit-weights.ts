import { logOddsOf } from '#attribute/learned/confidence-model.ts';

/** One case of a decision: what the rules give it (0..1), its features by name, and the answer. */
export type Case = { readonly byRule: number; readonly features: readonly string[]; readonly isRight: boolean };

/** A case with the places of its features' weights; `prior`: what the rules give it, as log-odds. */
export type Row = { readonly prior: number; readonly at: Int32Array; readonly isRight: boolean };

/** Features that are seen less often teach nothing that holds elsewhere. */
const SEEN = 5;
const STEP = 0.3;
/** Smaller weights are left out. */
const SMALLEST = 0.02;
/** Keeps the first step finite. */
const TINY = 1e-9;

/** `drawOf`: how strongly the weight of a name is drawn to nothing. */
type Fit = { readonly rounds: number; readonly drawOf: (name: string) => number };

/**
 * Weights of named features, by steps over all cases with a step size of its own for each weight (AdaGrad, Duchi et al. 2011). Cases that
 * are answered together stand in one group; `errorsOf` tells by how much each of a group's rows is said too likely. Nothing is drawn by
 * lot: the same cases in the same order give the same weights, in the order of their names.
 */
export function fitWeights(
  groups: readonly (readonly Case[])[],
  { rounds, drawOf }: Fit,
  errorsOf: (rows: readonly Row[], scoreOf: (row: Row) => number) => readonly number[],
): Record<string, number> {
  const counts = new Map<string, number>([['bias', SEEN]]);
  for (const { features } of groups.flat()) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= SEEN ? [name] : [])).toSorted();
  const places = new Map(names.map((name, at) => [name, at]));
  const rowsOf = groups.map((cases) =>
    cases.map(({ byRule, features, isRight }): Row => {
      const at = Int32Array.from(features.flatMap((name) => places.get(name) ?? []));
      return { prior: logOddsOf(byRule), at, isRight };
    }),
  );
  const draws = names.map(drawOf);
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  const scoreOf = ({ prior, at }: Row) => at.reduce((sum, place) => sum + (weights[place] ?? 0), prior);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight, at) => (draws[at] ?? 0) * weight);
    for (const rows of rowsOf) {
      const errors = errorsOf(rows, scoreOf);
      for (const [i, { at }] of rows.entries())
        for (const place of at) slope[place] = (slope[place] ?? 0) + (errors[i] ?? 0);
    }
    slope.forEach((by, at) => {
      squares[at] = (squares[at] ?? 0) + by * by;
      weights[at] = (weights[at] ?? 0) - (STEP * by) / Math.sqrt((squares[at] ?? 0) + TINY);
    });
  }
  const rounded = names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100] as const);
  return Object.fromEntries(rounded.filter(([name, weight]) => name === 'bias' || Math.abs(weight) >= SMALLEST));
}
