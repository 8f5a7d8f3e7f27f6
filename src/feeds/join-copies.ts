/** What tells that two items carry one text: the same address, or the same words on the same days. */
export type CopyMarks = {
  readonly address: string | null;
  readonly wordings: readonly string[];
  readonly at: number | null;
};

/**
 * Items that are one text, in groups of indexes, each item in one group, in the order of their first items. The same
 * wording counts only within `withinMs`: "Weather for today" stands there every day. No times: as if at once.
 */
export function joinCopies(items: readonly CopyMarks[], withinMs: number): number[][] {
  const above = items.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let up = above[at] ?? at; up !== at; up = above[at] ?? at) {
      above[at] = above[up] ?? up;
      at = up;
    }
    return at;
  };
  const link = (a: number, b: number): void => {
    const [x, y] = [rootOf(a), rootOf(b)];
    above[Math.max(x, y)] = Math.min(x, y);
  };
  for (const same of sharing(items, ({ address }) => (address === null ? [] : [address])))
    for (const index of same) link(same[0] ?? index, index);
  for (const same of sharing(items, ({ wordings }) => wordings)) {
    const inOrder = same.toSorted((a, b) => (items[a]?.at ?? 0) - (items[b]?.at ?? 0));
    for (const [place, index] of inOrder.entries()) {
      const before = inOrder[place - 1];
      if (before !== undefined && isNear(items[before]?.at ?? null, items[index]?.at ?? null, withinMs))
        link(before, index);
    }
  }
  return sharing(items, (_, index) => [String(rootOf(index))]);
}

export function isNear(a: number | null, b: number | null, withinMs: number): boolean {
  return a === null || b === null || Math.abs(a - b) <= withinMs;
}

function sharing(
  items: readonly CopyMarks[],
  keysOf: (item: CopyMarks, index: number) => readonly string[],
): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries())
    for (const key of keysOf(item, index)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [index]);
      else group.push(index);
    }
  return [...groups.values()];
}
