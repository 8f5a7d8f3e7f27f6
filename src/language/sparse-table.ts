/**
 * Weights of features for classes, most of them zero: row `r` holds the entries `starts[r] … starts[r + 1] - 1`. An entry is its class
 * (high byte) and its weight (low byte): one reach into memory for both, for reaching there is what tagging takes its time for.
 */
export type SparseTable = { readonly starts: Uint32Array; readonly entries: Uint16Array };

/** A table of how many entries each row holds, and of the entries' classes and weights. */
export function packTable(counts: Uint8Array, classes: Uint8Array, weights: Int8Array): SparseTable {
  const entries = new Uint16Array(classes.length);
  for (let k = 0; k < classes.length; k += 1) entries[k] = ((classes[k] ?? 0) << 8) | ((weights[k] ?? 0) & 0xff);
  return { starts: startsOf(counts), entries };
}

/** Where each row starts, by how many entries each row holds. */
function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row += 1) starts[row + 1] = (starts[row] ?? 0) + (counts[row] ?? 0);
  return starts;
}

/** No decision has more features: what lies behind would be lost without a word, so that `createRows` makes room for no more. */
const MOST_ROWS = 128;

/** Room for the rows of one decision, of which there are so many; a RangeError where they would not all be added. */
export function createRows(count: number): Int32Array {
  if (count > MOST_ROWS)
    throw new RangeError(`${count} features for one decision: no more than ${MOST_ROWS} are added`);
  return new Int32Array(count);
}

/**
 * The class with the highest sum over the first `count` of `rows`, the lower of equals, from `first` on. `sums` is scratch
 * space with one place a class.
 */
export function bestClass(
  table: SparseTable,
  rows: Int32Array,
  count: number,
  sums: Int32Array,
  first: number,
): number {
  sums.fill(0);
  addRows(table, rows, count, sums);
  return highest(sums, first);
}

/** Of the rows that are being added: where each starts and ends, and its first entry, which is only fetched. */
const begins = new Uint32Array(MOST_ROWS);
const ends = new Uint32Array(MOST_ROWS);
const fetched = new Uint16Array(MOST_ROWS);

/**
 * Adds the weights of the first `count` of `rows` to `sums`, one place a class. All rows are reached for before any is added: the
 * processor then waits for them together, and not for one after the other.
 */
export function addRows({ starts, entries }: SparseTable, rows: Int32Array, count: number, sums: Int32Array): void {
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    const begin = starts[row] ?? 0;
    begins[i] = begin;
    ends[i] = starts[row + 1] ?? 0;
    fetched[i] = entries[begin] ?? 0;
  }
  for (let i = 0; i < count; i += 1) {
    const end = ends[i] ?? 0;
    for (let k = begins[i] ?? 0; k < end; k += 1) {
      const entry = entries[k] ?? 0;
      const one = entry >>> 8;
      sums[one] = (sums[one] ?? 0) + ((entry << 24) >> 24);
    }
  }
}

/** The class with the highest sum, the lower of equals, from `first` on. */
export function highest(sums: Int32Array | Float32Array, first: number): number {
  let best = first;
  for (let one = first + 1; one < sums.length; one += 1) if ((sums[one] ?? 0) > (sums[best] ?? 0)) best = one;
  return best;
}
