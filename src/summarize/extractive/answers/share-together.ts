import type { Likes } from './likes-in.ts';

/** Words between two that belong together, at most: "the mayor of the town", "the town's old mayor". */
const REACH = 4;

/** The share of a question's neighbouring words that stand near one another in a sentence too: there they are of one matter. */
export function shareTogether(inOrder: readonly string[], likes: Likes): number {
  if (inOrder.length < 2) return 0;
  const places = inOrder.map((word) => (likes.get(word) ?? []).flatMap((like, at) => (like > 0 ? [at] : [])));
  const together = places.slice(1).filter((second, at) => {
    const first = places[at] ?? [];
    return first.some((one) => second.some((other) => one !== other && Math.abs(one - other) <= REACH));
  });
  return together.length / (inOrder.length - 1);
}
