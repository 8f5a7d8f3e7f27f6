import { highest } from '#language/sparse-table.ts';

/** A linear model that learns from its mistakes and is averaged over all steps (Collins 2002). One row of weights a feature. */
export class Perceptron {
  readonly rows: number;
  readonly classes: number;
  readonly sums: Float32Array;
  #weights: Float32Array;
  #changes: Float32Array;
  #steps = 1;

  constructor(rows: number, classes: number) {
    this.rows = rows;
    this.classes = classes;
    this.sums = new Float32Array(classes);
    this.#weights = new Float32Array(rows * classes);
    this.#changes = new Float32Array(rows * classes);
  }

  /** The sums of the classes over the first `count` of `rows`; they stand in `sums` until the next call. */
  score(rows: Int32Array, count: number): Float32Array {
    const { classes, sums } = this;
    const weights = this.#weights;
    sums.fill(0);
    for (let i = 0; i < count; i += 1) {
      const at = (rows[i] ?? 0) * classes;
      for (let one = 0; one < classes; one += 1) sums[one] = (sums[one] ?? 0) + (weights[at + one] ?? 0);
    }
    return sums;
  }

  /** The best class from `first` on. */
  predict(rows: Int32Array, count: number, first = 0): number {
    return highest(this.score(rows, count), first);
  }

  /** Counts a decision, right or wrong. */
  step(): void {
    this.#steps += 1;
  }

  /** Moves the weights from the class that was chosen to the one that is right. */
  learn(rows: Int32Array, count: number, right: number, chosen: number): void {
    for (let i = 0; i < count; i += 1) {
      this.#add((rows[i] ?? 0) * this.classes + right, 1);
      this.#add((rows[i] ?? 0) * this.classes + chosen, -1);
    }
  }

  /** The mean of the weights over all steps. */
  average(): Float32Array {
    return this.#weights.map((weight, i) => weight - (this.#changes[i] ?? 0) / this.#steps);
  }

  #add(at: number, by: number): void {
    this.#weights[at] = (this.#weights[at] ?? 0) + by;
    this.#changes[at] = (this.#changes[at] ?? 0) + by * this.#steps;
  }
}
