/** How sure a statement was said to be, and whether it was right. */
export type Answer = { readonly confidence: number; readonly isRight: boolean };

const STEPS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** The mean square of what a confidence is off by (Brier 1950): 0 is best, and who always says the share of right ones has p(1 - p). */
export function brierOf(answers: readonly Answer[]): number {
  return meanOf(answers.map(({ confidence, isRight }) => (confidence - (isRight ? 1 : 0)) ** 2));
}

/** One line for each step of confidence: how many there are, what was promised and what came true, in per cent. */
export function reliabilityOf(answers: readonly Answer[]): string[] {
  return STEPS.slice(1).flatMap((until, at) => {
    const from = STEPS[at] ?? 0;
    const some = answers.filter(({ confidence }) => from <= confidence && (confidence < until || until === 1));
    if (some.length === 0) return [];
    const promised = meanOf(some.map(({ confidence }) => confidence));
    const right = meanOf(some.map(({ isRight }) => (isRight ? 1 : 0)));
    return [
      `  ${from.toFixed(2)} to ${until.toFixed(2)}: ${String(some.length).padStart(5)}, promised ${percent(promised)}, right ${percent(right)}`,
    ];
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
