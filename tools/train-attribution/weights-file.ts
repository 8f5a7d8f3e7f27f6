import { type Case, learnDecision } from './learn-decision.ts';

/** The weights as they are shipped. */
export function weightsFile(cases: readonly Case[]): string {
  const weights = learnDecision(cases);
  return `${JSON.stringify({ count: Object.keys(weights).length, weights }, null, 2)}\n`;
}
