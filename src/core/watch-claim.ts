import type { Validators, Watch } from './corrections.ts';
import type { Shelves } from './memory.ts';

/** A page that is due to be read again, in somebody's hands until its lease ends. */
export type WatchClaim = Validators & {
  readonly url: string;
  readonly watches: readonly Watch[];
  /** Aborts when the process stops. */
  readonly signal: AbortSignal;
  /** What follows, in one transaction; nothing of it where another process has taken the page over meanwhile. */
  readonly finish: (work: (shelves: Shelves) => Promise<void>) => Promise<void>;
};
