import type { EngineLabel } from '#core/briefing.ts';

/** Why a line is not a model's where it was written. What was wrong with one line would be said of all: reasons are told once a digest. */
export const LINE_WITHHELD = 'what the model wrote was withheld by the checks';

/** Told to readers, the most frequent first. */
const MOST_REASONS = 2;

/**
 * Who wrote the lines of a digest, as one label: the model where it wrote any of them. `fallback` says how many it did not write, and
 * each reason once. Undefined where there are none.
 */
export function labelDigest(labels: readonly EngineLabel[]): EngineLabel | undefined {
  const [written] = labels.filter(({ name }) => name === 'model');
  const label = written ?? labels[0];
  if (label === undefined) return undefined;
  const failed = labels.filter(({ name, fallback }) => name === 'extractive' && isWord(fallback));
  const partly = labels.filter(({ name, fallback }) => name === 'model' && isWord(fallback));
  const all = written === undefined ? '' : `${failed.length} of ${labels.length} in the articles’ own words: `;
  const parts = [
    failed.length === 0 ? null : `${all}${reasonsOf(failed)}`,
    partly.length === 0 ? null : reasonsOf(partly),
  ].filter((part) => part !== null);
  return { ...label, fallback: parts.length === 0 ? null : parts.join('; ') };
}

function isWord(fallback: string | null | undefined): fallback is string {
  return typeof fallback === 'string' && fallback !== '';
}

function reasonsOf(labels: readonly EngineLabel[]): string {
  return [...Map.groupBy(labels, ({ fallback }) => fallback ?? '')]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, MOST_REASONS)
    .map(([reason]) => reason)
    .join('; ');
}
