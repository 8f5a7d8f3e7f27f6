/** The place of the first thing for which it holds, in a list where it holds for all that stand behind that one too; the list's length where there is none. */
export function firstWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const one = list[middle];
    if (one === undefined || holds(one)) to = middle;
    else from = middle + 1;
  }
  return from;
}
