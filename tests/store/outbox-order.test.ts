/** Who waits comes first: a morning's digests, notes of feeds and corrections go out behind answers. */
import { expect, test } from 'vitest';
import type { ChatPlatform } from '#core/chat.ts';
import { wording } from '#render/wording.ts';
import { claimPosts } from '#store/claim-posts.ts';
import { createOutboxSender } from '#store/create-outbox-sender.ts';
import { eventually } from '../fakes/eventually.ts';
import { aRing } from './a-ring.ts';
import { at, card, useOutbox } from './an-outbox.ts';
import { describeEngines } from './on-both-engines.ts';

const MORNING = 1_000;
const PACE = { postEveryMs: 0, editEveryMs: 0, perSecond: 50, holds: 'platform' } as const;

describeEngines('the order of the outbox', (makePlace) => {
  const { open, clock, platform, posts, plan, row, send, titles } = useOutbox(makePlace);
  const planQuiet = (key: string, channel: string) =>
    posts().plan({
      ...{ key, place: at(channel), audience: null, replyTo: null, card: card(key), isFinal: true, isQuiet: true },
    });
  /** What one look of a sender takes, by its titles. */
  const look = async (most = 40) => {
    clock().pass(1_000);
    const options = { now: clock().now(), leaseMs: 60_000, most, editsPrivate: true, ring: aRing() };
    return (await claimPosts(open().db, 'fake', PACE, options)).claimed.map(({ post }) => post.card.title);
  };

  test('a thousand posts of a morning hold up no answer and no acknowledgement, in whichever channel', async () => {
    const { id } = await plan('reading', at('c7'));
    const sender = await send();
    await eventually('the acknowledgement', async () => (await row(id)).state === 'sent');
    await sender.stop();
    for (let n = 0; n < MORNING; n++) await planQuiet(`digest ${n}`, `c${n}`);
    await posts().revise(id, card('answer'), { isFinal: true });
    await plan('asked in a channel whose digest waits', at('c8'));
    const first = await look();
    expect(first.slice(0, 2)).toEqual(['asked in a channel whose digest waits', 'answer']);
    // And the digests go on behind them, as many as the pace lets through.
    expect(first.slice(2)).toEqual(['digest 0']);
  });

  test('in one channel the answer comes before its digest, and one after the other', async () => {
    await planQuiet('digest', 'c1');
    await plan('answer', at('c1'));
    expect(await look()).toEqual(['answer']);
    expect(await look()).toEqual([]);
  });

  test('a digest that is under way is waited for in its channel', async () => {
    await planQuiet('digest', 'c1');
    expect(await look()).toEqual(['digest']);
    await plan('answer', at('c1'));
    await plan('elsewhere', at('c2'));
    expect(await look()).toEqual(['elsewhere']);
    clock().pass(60_000);
    expect(await look()).toContain('answer');
  });

  test('a platform that is slow to take digests takes an answer meanwhile', async () => {
    const slow = Promise.withResolvers<void>();
    let underWay = 0;
    const sluggish: ChatPlatform = {
      ...platform(),
      async post(post, signal) {
        if (post.card.title.startsWith('digest')) {
          underWay++;
          await slow.promise;
        }
        return platform().post(post, signal);
      },
    };
    for (let n = 0; n < 100; n++) await planQuiet(`digest ${n}`, `c${n}`);
    const sender = createOutboxSender({
      ...{ open: open(), clock: clock(), platforms: [sluggish], observe: () => undefined, ring: aRing() },
      undelivered: wording.undelivered,
    });
    await sender.start();
    await eventually('digests under way', () => {
      clock().pass(1_000);
      return underWay >= 40;
    });
    await plan('answer', at('c99'));
    sender.wake();
    await eventually('the answer', () => {
      clock().pass(10);
      return titles().includes('answer');
    });
    expect(titles()).toEqual(['answer']);
    slow.resolve();
    await sender.stop();
  });
});
