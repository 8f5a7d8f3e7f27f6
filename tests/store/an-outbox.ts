import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Place } from '#core/chat.ts';
import type { Happening } from '#core/observer.ts';
import { wording } from '#render/wording.ts';
import { createOutboxSender, type OutboxSender } from '#store/create-outbox-sender.ts';
import { createPostShelf } from '#store/create-post-shelf.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakePlatform } from '../fakes/fake-platform.ts';
import { aRing } from './a-ring.ts';
import type { TestPlace } from './on-both-engines.ts';

export const card = (title: string): Card => ({ title, blocks: [] });
export const at = (channel = 'c1', thread: string | null = null): Place => ({
  platform: 'fake',
  workspace: 'w1',
  channel,
  thread,
});

/** An outbox on a database of its own, empty before each test, with a clock that stands still and a platform that keeps everything. */
export function useOutbox(makePlace: () => Promise<TestPlace>) {
  let where: TestPlace;
  let open: OpenDatabase;
  let clock = createFakeClock();
  let platform = createFakePlatform({ clock });
  let told: Happening[] = [];
  let senders: OutboxSender[] = [];

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
  });
  afterAll(async () => {
    await open.close();
    await where.remove();
  });
  beforeEach(async () => {
    await open.db.deleteFrom('post').execute();
    await open.db.deleteFrom('pace').execute();
    clock = createFakeClock();
    platform = createFakePlatform({ clock });
    told = [];
    senders = [];
  });
  afterEach(async () => {
    await Promise.all(senders.map((sender) => sender.stop()));
  });

  const posts = () => createPostShelf(open.db, clock, aRing());
  return {
    open: () => open,
    clock: () => clock,
    platform: () => platform,
    told: () => told,
    posts,
    plan: (key: string, place = at(), words = key) =>
      posts().plan({ key, place, audience: null, replyTo: 'token', card: card(words) }),
    row: (id: string) => open.db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    async send(): Promise<OutboxSender> {
      const sender = createOutboxSender({
        open,
        clock,
        platforms: [platform],
        observe: (one) => told.push(one),
        ring: aRing(),
        undelivered: wording.undelivered,
      });
      senders.push(sender);
      await sender.start();
      return sender;
    },
    titles: () => platform.messages.map((message) => message.card.title),
  };
}
