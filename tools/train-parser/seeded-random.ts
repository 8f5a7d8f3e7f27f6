/** Chance that comes out the same each time: a linear congruential generator (Numerical Recipes' constants). */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) | 0;
    return (this.#state >>> 0) / 2 ** 32;
  }

  /** A new list in another order (Fisher-Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i -= 1) {
      const k = Math.floor(this.next() * (i + 1));
      const [a, b] = [mixed[i], mixed[k]];
      if (a === undefined || b === undefined) continue;
      mixed[i] = b;
      mixed[k] = a;
    }
    return mixed;
  }
}
