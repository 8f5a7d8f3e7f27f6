import type { KeyPoint } from '#core/briefing.ts';

/** A point, and how well it reads. */
export type Wording = KeyPoint & {
  /** It opens with a word that points back to something the reader does not see. */
  readonly isDangling: boolean;
  /** The places of the sentences it was cut from. */
  readonly passages: readonly number[];
};
