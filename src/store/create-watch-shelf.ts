import type { WatchShelf } from '#core/corrections.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

/** Articles that are read again for a while after they were briefed. */
export function createWatchShelf(session: Session): WatchShelf {
  return {
    async begin({ slug, post, place, url, briefedAt, nextAt }) {
      const { platform, workspace, channel, thread } = place;
      if (!URL.canParse(url)) return;
      await session
        .insertInto('watch')
        .values({
          ...{ slug, post, platform, workspace, channel, thread, url, host: new URL(url).host },
          ...{
            etag: null,
            last_modified: null,
            briefed_at: briefedAt,
            next_at: nextAt,
            claim: null,
            lease_until: null,
          },
        })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .execute();
    },
    async moveOn(slug, nextAt, { etag, lastModified, told }) {
      await session
        .updateTable('watch')
        .set({
          ...{ next_at: nextAt, etag, last_modified: lastModified, told: toJsonb(told) },
          ...{ claim: null, lease_until: null },
        })
        .where('slug', '=', slug)
        .execute();
    },
    async end(slug) {
      await session.deleteFrom('watch').where('slug', '=', slug).execute();
    },
  };
}
