/** One pair: indexes into the two lists. */
export type Pair = { readonly left: number; readonly right: number };

/** Pairs that are at least `least` alike, best first, each item in one pair at most. The earlier wins a tie. */
export function pairUp<L, R>(
  lefts: readonly L[],
  rights: readonly R[],
  alike: (left: L, right: R) => number,
  least: number,
): Pair[] {
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: Pair[] = [];
  const candidates = lefts
    .flatMap((l, left) => rights.map((r, right) => ({ left, right, score: alike(l, r) })))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  for (const { left, right } of candidates) {
    if (usedLeft.has(left) || usedRight.has(right)) continue;
    usedLeft.add(left);
    usedRight.add(right);
    pairs.push({ left, right });
  }
  return pairs;
}
