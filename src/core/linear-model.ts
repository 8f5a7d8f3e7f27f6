/** A linear model of a yes or a no: how much each trait speaks for it, by its name, in log-odds. */
export type LinearModel = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };

/** The log-odds that a model gives to traits; one without a weight adds nothing. `names`: the traits, in the order they are added in. */
export function logOddsBy<Name extends string>(
  { bias, weights }: LinearModel,
  names: readonly Name[],
  traits: Readonly<Record<Name, number>>,
): number {
  return names.reduce((sum, name) => sum + (weights[name] ?? 0) * traits[name], bias);
}

/** Log-odds as a chance, 0..1. */
export function chanceAt(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
