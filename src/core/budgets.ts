/** Tokens of a model, read and written, that may be used in one UTC day; null: as many as anybody likes. */
export type Budgets = {
  /** By one channel. */
  readonly channel: number | null;
  /** By all channels of a workspace together. */
  readonly workspace: number | null;
};
