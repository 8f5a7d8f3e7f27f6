import { sql } from 'kysely';
import type { Clock } from '#core/clock.ts';
import type { PostShelf } from '#core/memory.ts';
import type { KeyRing } from './key-ring.ts';
import { randomWord } from './random-word.ts';
import type { Session } from './schema.ts';
import { seal, unseal } from './seal.ts';
import { toJsonb } from './to-jsonb.ts';

/** The outbox as those see it who want something said. The sender (`create-outbox-sender.ts`) makes it so. */
export function createPostShelf(session: Session, clock: Clock, ring: KeyRing): PostShelf {
  /** What follows a post for one person is sent by the same handle. */
  async function handleOf(id: string): Promise<string | null> {
    const root = await session.selectFrom('post').select('reply_to').where('id', '=', id).executeTakeFirst();
    return root?.reply_to == null ? null : unseal(root.reply_to, replyRow(id), ring).plain;
  }

  return {
    async plan({ key, place, audience, replyTo, card, asker = null, under = null, isFinal = false, isQuiet = false }) {
      const { platform, workspace, channel, thread } = place;
      const id = randomWord();
      const now = clock.now();
      const handle = replyTo ?? (under === null || audience === null ? null : await handleOf(under));
      const planned = await session
        .insertInto('post')
        .values({
          ...{ id, platform, workspace, channel, thread, key, audience },
          ...{ reply_to: handle === null ? null : seal(handle, replyRow(id), ring), card: toJsonb(card) },
          ...{ due_at: now, planned_at: now, asker, under, is_final: isFinal, is_quiet: isQuiet },
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
    async revise(id, card, { isFinal, topic = null }) {
      await session
        .updateTable('post')
        .set({ card: toJsonb(card), revision: sql<number>`revision + 1`, is_final: isFinal, topic })
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
    async placeOf(id) {
      const found = await session
        .selectFrom('post')
        .select(['platform', 'workspace', 'channel', 'thread'])
        .where('id', '=', id)
        .executeTakeFirst();
      return found ?? null;
    },
  };
}

/** What a sealed `reply_to` is bound to: it opens in its own row only. */
export function replyRow(id: string): string {
  return `post ${id}`;
}
