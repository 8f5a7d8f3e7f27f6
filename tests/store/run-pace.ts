import { systemClock } from '#bot/read-clock.ts';
import type { ChatPlatform, Place } from '#core/chat.ts';
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

/** A platform that counts what it was given and what it refused. */
export type Paced = {
  readonly platform: ChatPlatform;
  /** Where a post for a channel goes. */
  readonly placeOf: (channel: number) => Place;
  readonly shown: () => number;
  readonly tooFast: () => number;
};

/** The fake, as strict as a platform may be. */
export function strictFake(): Paced {
  const platform = createFakePlatform({ clock: systemClock, pace: STRICT, strict: STRICT });
  return {
    platform,
    placeOf: (channel) => ({ platform: 'fake', workspace: 'w', channel: `c${channel}`, thread: null }),
    shown: () => platform.messages.length,
    tooFast: () => platform.counts.tooFast,
  };
}

/** So many channels with so many posts each, all due at once, at a platform that refuses what comes too fast. */
export async function runPace(
  open: OpenDatabase,
  paced: Paced,
  options: { readonly channels: number; readonly each: number; readonly senders: number },
): Promise<PaceReport> {
  const { channels, each } = options;
  const { platform } = paced;
  const shelf = createPostShelf(open.db, systemClock, aRing());
  for (let i = 0; i < channels * each; i++) {
    const card = { title: `${i}`, blocks: [] };
    const place = paced.placeOf(i % channels);
    await shelf.plan({ key: `k${i}`, place, audience: null, replyTo: null, card, isFinal: true });
  }
  const parts = { open, clock: systemClock, platforms: [platform], observe: () => undefined, ring: aRing() };
  const senders = Array.from({ length: options.senders }, () =>
    createOutboxSender({ ...parts, undelivered: wording.undelivered }),
  );
  const began = performance.now();
  await Promise.all(senders.map((sender) => sender.start()));
  await eventually('all posts', () => paced.shown() === channels * each);
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(senders.map((sender) => sender.stop()));
  const { perSecond, postEveryMs } = platform.pace;
  const atBest = Math.max((channels * each) / perSecond, ((each - 1) * postEveryMs) / 1_000);
  return { posts: paced.shown(), tooFast: paced.tooFast(), seconds, atBest };
}
