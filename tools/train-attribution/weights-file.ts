import type { Case } from './fit-weights.ts';
import { learnDecision } from './learn-decision.ts';

/** The weights as they are shipped. */
export function weightsFile(cases: readonly Case[], draw?: number): string {
  const weights = learnDecision(cases, draw);
  return `${JSON.stringify({ count: Object.keys(weights).length, weights }, null, 2)}\n`;
}
