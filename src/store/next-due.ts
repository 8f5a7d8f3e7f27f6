import { sql } from 'kysely';
import { isReady, PARTING } from './claim-posts.ts';
import type { Database } from './schema.ts';

/**
 * When the next post of a platform may be sent, as far as its own wait, its lease and its channel's pace tell; null where
 * everything is shown. One cheap statement, so that a sender with nothing to do opens no transaction to find that out.
 */
export async function nextDue(db: Database, platform: string, editsPrivate: boolean): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(greatest(post.due_at, post.lease_until, held.next_at,
      case when post.state = 'planned' then pace.next_at end)) as at
    from post
    left join pace on pace.lane = concat_ws(${PARTING}::text, post.platform, post.workspace, post.channel)
    left join pace held on held.lane = concat_ws(${PARTING}::text, post.platform, post.workspace)
    where post.platform = ${platform} and post.shown < post.revision and post.state in ('planned', 'sent')
      and ${isReady('post', editsPrivate)}
  `.execute(db);
  return rows[0]?.at ?? null;
}
