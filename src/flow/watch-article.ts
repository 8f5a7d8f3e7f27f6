import type { Briefing } from '#core/briefing.ts';
import type { Clock } from '#core/clock.ts';
import type { Correction, Reread, RereadPage, Validators, Watch } from '#core/corrections.ts';
import type { Memory, Shelves } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { WatchClaim } from '#core/watch-claim.ts';
import type { Wording } from '#core/wording.ts';

export type WatchParts = {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly reread: RereadPage;
  readonly wording: Pick<Wording, 'corrected'>;
  readonly observe: Observer;
  /** A post was planned. */
  readonly wake: () => void;
};

const HOUR_MS = 3_600_000;
/** When a page is read again, after it was briefed: most corrections come soon, and a site is not to be asked often. */
const LOOKS_MS = [1, 4, 12, 24, 47].map((hours) => hours * HOUR_MS);
/** What is older is no news that anybody still talks about. */
const LONGEST_MS = 48 * HOUR_MS;

/** When the page of what was briefed then is next read again; null: no more. */
export function nextLook(briefedAt: Date, now: Date): Date | null {
  const gap = LOOKS_MS.find((ms) => briefedAt.getTime() + ms > now.getTime());
  return gap === undefined ? null : new Date(briefedAt.getTime() + gap);
}

/**
 * Reads a page again for all briefings of it. Where a passage under a briefing's points changed, one note goes into its thread, in
 * the transaction that writes down that it was told: once, and what changes later in another. A page that cannot be read is no
 * correction; it is tried at the next time.
 */
export function createWatchArticle(parts: WatchParts): (claim: WatchClaim) => Promise<void> {
  const { memory, clock } = parts;
  return async (claim) => {
    const begun = clock.now();
    const fresh = claim.watches.filter(({ briefedAt }) => begun.getTime() - briefedAt.getTime() <= LONGEST_MS);
    const kept = await memory.look(({ briefings }) =>
      Promise.all(fresh.map(async (watch) => ({ watch, briefing: (await briefings.get(watch.slug))?.briefing }))),
    );
    const known = kept.flatMap(({ watch, briefing }) => (briefing === undefined ? [] : [{ watch, briefing }]));
    const { url, etag, lastModified } = claim;
    const outcome: Reread =
      known.length === 0
        ? { kind: 'unchanged' }
        : await parts.reread({ url, etag, lastModified, briefings: known.map(toOrder) }, claim.signal);
    let told = 0;
    await claim.finish(async (shelves) => {
      const validators: Validators = outcome.kind === 'read' ? outcome : { etag, lastModified };
      for (const watch of claim.watches) {
        const at = known.findIndex((one) => one.watch === watch);
        const briefing = known[at]?.briefing;
        const corrections = outcome.kind === 'read' ? (outcome.corrections[at] ?? []) : [];
        const next = briefing === undefined ? null : nextAfter(outcome, watch, begun);
        if (briefing !== undefined && corrections.length > 0) {
          await tell(watch, briefing, corrections, shelves);
          told++;
        }
        if (next === null) await shelves.watches.end(watch.slug);
        else await shelves.watches.moveOn(watch.slug, next, { ...validators, told: [...watch.told, ...corrections] });
      }
    });
    if (told === 0) return;
    parts.observe({ kind: 'kept-house', what: 'corrections', count: told });
    parts.wake();
  };

  async function tell(
    { slug, post, place, told }: Watch,
    briefing: Briefing,
    corrections: readonly Correction[],
    { posts }: Shelves,
  ): Promise<void> {
    const card = parts.wording.corrected(briefing, corrections, told.length > 0);
    // What was told before is written down with the note that told it: the same note has the same key, another another.
    const key = `correction/${slug}/${told.length}`;
    const note = { key, place, under: post, audience: null, replyTo: null, card };
    await posts.plan({ ...note, isFinal: true, isQuiet: true });
  }
}

function toOrder({ watch, briefing }: { readonly watch: Watch; readonly briefing: Briefing }) {
  return { briefing, told: watch.told };
}

/** A site that asks for patience has it; one that does not want to be read by programs is left alone. */
function nextAfter(outcome: Reread, { briefedAt }: Watch, now: Date): Date | null {
  if (outcome.kind !== 'failed') return nextLook(briefedAt, now);
  if (outcome.code === 'DISALLOWED' || outcome.code === 'BLOCKED_ADDRESS') return null;
  return nextLook(briefedAt, new Date(now.getTime() + (outcome.retryAfterMs ?? 0)));
}
