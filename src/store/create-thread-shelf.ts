import type { Clock } from '#core/clock.ts';
import type { ThreadShelf } from '#core/memory.ts';
import type { Session } from './schema.ts';
import { storable } from './to-jsonb.ts';

/** Which briefing a thread is about, and what was asked in it so far. */
export function createThreadShelf(session: Session, clock: Clock): ThreadShelf {
  return {
    async open(post, briefing, place) {
      const { platform, workspace, channel } = place;
      await session
        .insertInto('thread')
        .values({ post, platform, workspace, channel, briefing, opened_at: clock.now() })
        .onConflict((conflict) => conflict.column('post').doUpdateSet({ briefing }))
        .execute();
    },
    async briefingOf(post) {
      const row = await session.selectFrom('thread').select('briefing').where('post', '=', post).executeTakeFirst();
      return row?.briefing ?? null;
    },
    async lastBriefingIn({ platform, workspace, channel, thread }) {
      const row = await session
        .selectFrom('thread')
        .innerJoin('post', 'post.id', 'thread.post')
        .select('thread.briefing')
        .where('post.platform', '=', platform)
        .where('post.workspace', '=', workspace)
        .where('post.channel', '=', channel)
        .where('post.thread', '=', thread)
        .where('post.audience', 'is', null)
        .orderBy('thread.opened_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.briefing ?? null;
    },
    async addTurn(post, turn) {
      const isOpen = await session.selectFrom('thread').select('post').where('post', '=', post).executeTakeFirst();
      if (isOpen === undefined) return;
      const { person } = turn;
      await session
        .insertInto('turn')
        .values({ post, person, question: storable(turn.question), answer: storable(turn.answer), at: clock.now() })
        .execute();
    },
    turns: (post) =>
      session
        .selectFrom('turn')
        .select(['person', 'question', 'answer', 'at'])
        .where('post', '=', post)
        .orderBy('id')
        .execute(),
  };
}
