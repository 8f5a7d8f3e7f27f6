/**
 * How many of the first places `isBefore` holds for, by halving: where it holds for one, it must hold for all before it. Of a list in order
 * that is the place of the first thing that is not before, or the list's length.
 */
export function countLeading(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
