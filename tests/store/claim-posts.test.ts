import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimPosts } from '#store/claim-posts.ts';
import { createPostShelf } from '#store/create-post-shelf.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aRing } from './a-ring.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

describeEngines('the pace of a platform', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  const clock = createFakeClock();
  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
  });
  afterAll(async () => {
    await open.close();
    await where.remove();
  });
  /** Three posts in three channels of a platform. */
  async function planThree(platform: string): Promise<void> {
    const posts = createPostShelf(open.db, clock, aRing());
    for (const key of ['a', 'b', 'c']) {
      const place = { platform, workspace: 'w', channel: key, thread: null };
      await posts.plan({ key, place, audience: null, replyTo: null, card: { title: key, blocks: [] } });
    }
  }

  test('however slow it is, its posts go out one by one and none stays behind', async () => {
    for (const perSecond of [0.5, 1, 10, 12, 20, 50]) {
      // A platform of its own: what another one was sent says nothing about it.
      const platform = `at-${perSecond}`;
      const look = () =>
        claimPosts(
          open.db,
          platform,
          { postEveryMs: 0, editEveryMs: 0, perSecond, holds: 'platform' },
          { now: clock.now(), leaseMs: 1e9, most: 1, editsPrivate: true, ring: aRing() },
        );
      await planThree(platform);
      const seen: string[] = [];
      // Each look that brings nothing says how long to wait; so many looks are plenty.
      for (let i = 0; i < 9 && seen.length < 3; i++) {
        const { claimed, waitMs } = await look();
        seen.push(...claimed.map(({ post }) => post.card.title));
        clock.pass(waitMs ?? 0);
      }
      expect(seen, platform).toEqual(['a', 'b', 'c']);
    }
  });

  test('what was not used is not saved up', async () => {
    const pace = { postEveryMs: 0, editEveryMs: 0, perSecond: 2, holds: 'platform' } as const;
    const look = async () =>
      (
        await claimPosts(open.db, 'slow', pace, {
          now: clock.now(),
          leaseMs: 1e9,
          most: 50,
          editsPrivate: true,
          ring: aRing(),
        })
      ).claimed;
    await planThree('slow');
    clock.pass(3_600_000);
    expect(await look()).toHaveLength(1);
    expect(await look()).toHaveLength(0);
    clock.pass(3_600_000);
    expect(await look()).toHaveLength(1);
  });
});
