import { wording } from '#render/wording.ts';
import { createOutboxSender } from '#store/create-outbox-sender.ts';
import { createPostShelf } from '#store/create-post-shelf.ts';
import type { OpenDatabase } from '#store/open-database.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakePlatform, STRICT } from '../fakes/fake-platform.ts';
import { aRing } from './a-ring.ts';

export type PaceReport = {
  readonly posts: number;
  /** Refusals by a platform that takes not one request more than its limits. */
  readonly tooFast: number;
  readonly seconds: number;
  /** The fewest seconds that the limits allow. */
  readonly atBest: number;
};

/** So many channels with so many posts each, all due at once, at a platform that refuses what comes too fast. */
export async function runPace(
  open: OpenDatabase,
  options: { readonly channels: number; readonly each: number; readonly senders: number },
): Promise<PaceReport> {
  const { channels, each } = options;
  const clock = { now: () => new Date() };
  const platform = createFakePlatform({ clock, pace: STRICT, strict: STRICT });
  const shelf = createPostShelf(open.db, clock, aRing());
  for (let i = 0; i < channels * each; i++) {
    const place = { platform: 'fake', workspace: 'w', channel: `c${i % channels}`, thread: null };
    await shelf.plan({ key: `k${i}`, place, audience: null, replyTo: null, card: { title: `${i}`, blocks: [] } });
  }
  const observe = () => undefined;
  const senders = Array.from({ length: options.senders }, () =>
    createOutboxSender({
      open,
      clock,
      platforms: [platform],
      observe,
      ring: aRing(),
      undelivered: wording.undelivered,
    }),
  );
  const began = performance.now();
  await Promise.all(senders.map((sender) => sender.start()));
  await eventually('all posts', () => platform.messages.length === channels * each);
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(senders.map((sender) => sender.stop()));
  const atBest = Math.max((channels * each) / STRICT.perSecond, ((each - 1) * STRICT.postEveryMs) / 1_000);
  return { posts: platform.messages.length, tooFast: platform.counts.tooFast, seconds, atBest };
}
