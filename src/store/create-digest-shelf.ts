import type { Clock } from '#core/clock.ts';
import type { DigestShelf } from '#core/schedules.ts';
import { parseCard } from './parse-card.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

/** What the digests of a channel held, for whoever asks why. */
export function createDigestShelf(session: Session, clock: Clock): DigestShelf {
  return {
    async keep({ platform, workspace, channel }, { until, slot, why }) {
      const now = clock.now();
      await session
        .insertInto('digest')
        .values({ platform, workspace, channel, until, slot, why: toJsonb(why), at: now })
        .execute();
    },
    async last({ platform, workspace, channel }, isAny) {
      const row = await session
        .selectFrom('digest')
        .select(['until', 'slot', 'why'])
        .where((is) => is.and({ platform, workspace, channel }))
        .$if(!isAny, (query) => query.where('slot', 'is not', null))
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { until: row.until, slot: row.slot, why: parseCard(row.why) };
    },
  };
}
