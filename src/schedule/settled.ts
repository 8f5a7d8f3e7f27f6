/**
 * What the parts of one kind come to together. `words`: as it is told to whoever wrote it, null where nothing was said. `faults`: why
 * it comes to nothing, each a phrase.
 */
export type Settled<Value> = {
  readonly value: Value | null;
  readonly words: string | null;
  readonly faults: readonly string[];
};
