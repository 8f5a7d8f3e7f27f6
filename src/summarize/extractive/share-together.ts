import { alike } from './alike.ts';
import type { Clauses } from './read-clauses.ts';

/** Words between two that belong together, at most: "the mayor of the town", "the town's old mayor". */
const REACH = 4;

/** The share of a question's neighbouring words that stand near one another in a sentence too: there they are of one matter. */
export function shareTogether(inOrder: readonly string[], { stems }: Clauses): number {
  if (inOrder.length < 2) return 0;
  const places = inOrder.map((word) => stems.flatMap((stem, at) => (stem !== '' && alike(word, stem) > 0 ? [at] : [])));
  const together = places.slice(1).filter((second, at) => {
    const first = places[at] ?? [];
    return first.some((one) => second.some((other) => one !== other && Math.abs(one - other) <= REACH));
  });
  return together.length / (inOrder.length - 1);
}
