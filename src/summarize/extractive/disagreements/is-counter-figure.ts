import contrast from '../data/contrast-words.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

/** Two figures for one thing, of which the second says "nearer", lie close together. */
const MOST_TIMES = 2;

/** UTF-16 units before a figure in which "closer to" stands. */
const REACH = 14;

/** "Sources put it at nearer 26 million" answers a sum that was told some time before: nothing else in the article is "nearer". */
export function isCounterFigure(first: Statement, { text, figures }: Statement): boolean {
  return figures.some(({ kind, unit, value, span }) => {
    if ((kind !== 'money' && kind !== 'percent') || value === null) return false;
    const before = text
      .slice(Math.max(0, span.start - REACH), span.start)
      .toLowerCase()
      .trimEnd()
      .replace(/["“‘]$/u, '');
    if (!contrast.nearer.some((phrase) => before.trimEnd().endsWith(phrase))) return false;
    return first.figures.some((other) => {
      const times = (other.value ?? 0) / value;
      return other.kind === kind && other.unit === unit && times !== 1 && times > 1 / MOST_TIMES && times < MOST_TIMES;
    });
  });
}
