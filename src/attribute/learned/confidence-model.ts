import { chanceAt } from '#core/linear-model.ts';

/** How much each feature of a statement speaks for it (above 0) or against it, by its name, in log-odds. */
export type ConfidenceModel = ReadonlyMap<string, number>;

/** Learned weights stay well within; a larger one is damage. */
const LARGEST = 20;

/**
 * Reads weights as `npm run train -- attribution` writes them: how many there are, and each by its name.
 * @throws Error where the file is damaged: a number is missing, out of bounds or none, or some are gone.
 */
export function readConfidenceModel(file: unknown): ConfidenceModel {
  const { count, weights } = isRecord(file) ? file : {};
  if (!isRecord(weights)) throw new Error('attribution weights: not a list of weights by name');
  const model = new Map<string, number>();
  for (const [name, weight] of Object.entries(weights)) {
    if (typeof weight !== 'number' || !(Math.abs(weight) <= LARGEST))
      throw new Error(`attribution weights: no weight for ${name}`);
    model.set(name, weight);
  }
  if (count !== model.size || !model.has('bias'))
    throw new Error(`attribution weights: ${model.size} of ${String(count)} are there`);
  return model;
}

/** No ground is surer than this, or less sure than its opposite, before anything is learned. */
const SUREST = 0.98;

/** 0..1: the chance that a statement is right: what the rules give it, and what its features add to that. One without a weight adds nothing. */
export function chanceOf(model: ConfidenceModel, byRule: number, features: readonly string[]): number {
  return chanceAt(scoreOf(model, byRule, features));
}

/** That chance in log-odds. */
export function scoreOf(model: ConfidenceModel, byRule: number, features: readonly string[]): number {
  let sum = logOddsOf(byRule);
  for (const feature of features) sum += model.get(feature) ?? 0;
  return sum;
}

/** A chance, 0..1, as log-odds, which weights are added to. */
export function logOddsOf(chance: number): number {
  const held = Math.min(SUREST, Math.max(1 - SUREST, chance));
  return Math.log(held / (1 - held));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
