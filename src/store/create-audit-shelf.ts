import type { Clock } from '#core/clock.ts';
import type { AuditShelf } from '#core/memory.ts';
import type { Session } from './schema.ts';
import { storable } from './to-jsonb.ts';

/** Who changed what, and when. */
export function createAuditShelf(session: Session, clock: Clock): AuditShelf {
  return {
    async add({ place: { platform, workspace, channel }, person, action, detail }) {
      await session
        .insertInto('audit')
        .values({ platform, workspace, channel, person, action, detail: storable(detail), at: clock.now() })
        .execute();
    },
    list: ({ platform, workspace }, limit) =>
      session
        .selectFrom('audit')
        .select(['channel', 'person', 'action', 'detail', 'at'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
  };
}
