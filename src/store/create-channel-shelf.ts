import type { Clock } from '#core/clock.ts';
import type { ChannelShelf } from '#core/memory.ts';
import type { Session } from './schema.ts';

/** The channels that the bot was asked in. */
export function createChannelShelf(session: Session, clock: Clock): ChannelShelf {
  return {
    async visit({ platform, workspace, channel }) {
      const now = clock.now();
      await session
        .insertInto('channel')
        .values({ platform, workspace, channel, first_seen: now, last_seen: now, last_briefing: null })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet({ last_seen: now }),
        )
        .execute();
    },
    async setLastBriefing({ platform, workspace, channel }, slug) {
      await session
        .updateTable('channel')
        .set({ last_briefing: slug })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .execute();
    },
    async lastBriefing({ platform, workspace, channel }) {
      const row = await session
        .selectFrom('channel')
        .select('last_briefing')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row?.last_briefing ?? null;
    },
    async known({ platform, workspace }) {
      const rows = await session
        .selectFrom('channel')
        .select('channel')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .orderBy('last_seen', 'desc')
        .execute();
      return rows.map(({ channel }) => channel);
    },
    async leave({ platform, workspace, channel }) {
      await session
        .updateTable('post')
        .set({ state: 'refused', failure: 'CHANNEL_GONE', reply_to: null })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('state', '=', 'planned')
        .execute();
      for (const table of ['watch', 'subscription', 'schedule', 'digest', 'channel'] as const)
        await session
          .deleteFrom(table)
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('channel', '=', channel)
          .execute();
    },
  };
}
