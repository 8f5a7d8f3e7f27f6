import { sql } from 'kysely';
import type { Clock } from '#core/clock.ts';
import type { PostShelf } from '#core/memory.ts';
import { randomWord } from './random-word.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

/** The outbox as those see it who want something said. The sender (`create-outbox-sender.ts`) makes it so. */
export function createPostShelf(session: Session, clock: Clock): PostShelf {
  return {
    async plan({ key, place, audience, replyTo, card }) {
      const { platform, workspace, channel, thread } = place;
      const id = randomWord();
      const now = clock.now();
      const planned = await session
        .insertInto('post')
        .values({
          ...{ id, platform, workspace, channel, thread, key, audience },
          ...{ reply_to: replyTo, card: toJsonb(card), due_at: now, planned_at: now },
        })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'key']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (planned !== undefined) return { id, isNew: true };
      const known = await session
        .selectFrom('post')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return { id: known.id, isNew: false };
    },
    async revise(id, card, { isFinal }) {
      await session
        .updateTable('post')
        .set({ card: toJsonb(card), revision: sql<number>`revision + 1`, is_final: isFinal })
        .where('id', '=', id)
        .$if(!isFinal, (query) => query.where('is_final', '=', false))
        .execute();
    },
    async at({ platform, workspace, channel }, message) {
      const found = await session
        .selectFrom('post')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('message', '=', message)
        .executeTakeFirst();
      return found ?? null;
    },
  };
}
