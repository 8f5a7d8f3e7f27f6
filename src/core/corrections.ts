import type { Briefing } from './briefing.ts';
import type { Place } from './chat.ts';
import type { ProblemCode } from './problem.ts';

/**
 * A passage under a briefing's points that its page no longer has as it was. `after`: what stands there now; null: nothing;
 * the same as `before`: it was told as changed, and stands again as it was.
 */
export type Correction = { readonly before: string; readonly after: string | null };

/** Validators of a page's last whole answer, byte for byte; null: it had none. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

/** A page to be read again for the briefings that were made of it. `told`: what was told of each before. */
export type RereadOrder = Validators & {
  readonly url: string;
  readonly briefings: readonly { readonly briefing: Briefing; readonly told: readonly Correction[] }[];
};

/** What came of it: `corrections` for each briefing in its order. */
export type Reread =
  | (Validators & { readonly kind: 'read'; readonly corrections: readonly (readonly Correction[])[] })
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: ProblemCode; readonly retryAfterMs: number | null };

/** Reads pages again, away from the thread that acknowledges. @throws Problem `CANCELLED`, `SATURATED`. */
export type RereadPage = (order: RereadOrder, signal: AbortSignal) => Promise<Reread>;

/** A briefing whose article may still change. `slug`: the briefing; `post`: in whose thread a note would come; `told`: came so far. */
export type Watch = {
  readonly slug: string;
  readonly post: string;
  readonly place: Place;
  readonly briefedAt: Date;
  readonly told: readonly Correction[];
};

/** Articles that are read again for a while after they were briefed. */
export type WatchShelf = {
  /** A page that was briefed for all of a channel to see. */
  readonly begin: (watch: Omit<Watch, 'told'> & { readonly url: string; readonly nextAt: Date }) => Promise<void>;
  /** `told`: all that was told of it, so that it is told once. */
  readonly moveOn: (
    slug: string,
    nextAt: Date,
    change: Validators & { readonly told: readonly Correction[] },
  ) => Promise<void>;
  readonly end: (slug: string) => Promise<void>;
};
