import type { Clock } from '#core/clock.ts';
import type { Polling } from '#core/following.ts';
import type { PostShelf } from '#core/memory.ts';
import type { PollClaim, PollDesk, Polled, PollOrder, PollOutcome } from '#core/polling.ts';
import type { Wording } from '#core/wording.ts';

export type PollParts = {
  /** Asks the feed and reads it, away from this thread. @throws Problem of our own making alone: saturated, called off. */
  readonly poll: (order: PollOrder, signal: AbortSignal) => Promise<Polled>;
  readonly plan: (
    before: Polling,
    outcome: PollOutcome,
    rules: { readonly now: Date; readonly url: string; readonly fixedMs: number | null },
  ) => { readonly polling: Polling; readonly moveTo: string | null };
  readonly isSick: (polling: Polling, now: Date) => boolean;
  /** POLL_SECONDS in ms; null: the pauses are computed. */
  readonly fixedMs: number | null;
  readonly clock: Clock;
  readonly wording: Pick<Wording, 'feedSick' | 'feedWell'>;
  /** A post was planned. */
  readonly wake: () => void;
};

/** One poll, from the claim to what follows from it: what came is kept, the next one planned, a sick feed told of. */
export function createPollFeed(parts: PollParts): (claim: PollClaim) => Promise<void> {
  const { clock, fixedMs } = parts;
  return async (claim) => {
    const { url } = claim.order;
    const { outcome, news } = await parts.poll(claim.order, claim.signal);
    let isTold = false;
    await claim.finish(async (desk, { posts }) => {
      const now = clock.now();
      const { polling, moveTo } = parts.plan(claim.polling, outcome, { now, url, fixedMs });
      await desk.save(polling, news);
      isTold = await tell(claim, polling, { desk, posts, now });
      if (moveTo !== null) await desk.move(moveTo);
    });
    if (isTold) parts.wake();
  };

  /** Once that it fails, in words, and once more when it is well again. @returns whether anything was said. */
  async function tell(
    { feed }: PollClaim,
    polling: Polling,
    { desk, posts, now }: { readonly desk: PollDesk; readonly posts: PostShelf; readonly now: Date },
  ): Promise<boolean> {
    const { problem } = polling;
    const isSick = parts.isSick(polling, now);
    if (problem !== null && !isSick) return false;
    const followers = await desk.followers();
    const toTell = followers.filter(({ toldSince }) => (problem === null) === (toldSince !== null));
    for (const { channel, toldSince } of toTell) {
      const since = problem?.since ?? toldSince ?? now;
      const key = `feed/${feed.id}/${since.toISOString()}/${channel.channel}${problem === null ? '/well' : ''}`;
      const card =
        problem === null ? parts.wording.feedWell(feed, since) : parts.wording.feedSick(feed, problem, polling.isGone);
      const place = { ...channel, thread: null };
      await posts.plan({ key, place, audience: null, replyTo: null, card, isFinal: true, isQuiet: true });
      await desk.noteTold(channel, problem === null ? null : since);
    }
    return toTell.length > 0;
  }
}
