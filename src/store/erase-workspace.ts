import { sql } from 'kysely';
import type { Workspace } from '#core/chat.ts';
import { channelLane, workspaceLane } from './claim-posts.ts';
import { dropUnusedArticles } from './create-briefing-shelf.ts';
import { dropUnusedFeeds } from './drop-old-entries.ts';
import { QUEUES } from './make-queues.ts';
import type { Database } from './schema.ts';

/** Everything that holds a workspace's name, in an order that no reference stands against. */
const TABLES = [
  'watch',
  'subscription',
  'thread',
  'channel',
  'briefing',
  'installation',
  'usage',
  'audit',
  'schedule',
  'digest',
  'inbox',
  'post',
  'dead_job',
] as const;

/** Erases all that is kept of a workspace that removed the bot, and the articles and feeds that nobody else uses. Returns the rows. */
export function eraseWorkspace({ platform, workspace }: Workspace, db: Database): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let count = 0;
    for (const table of TABLES) {
      const { numDeletedRows } = await trx
        .deleteFrom(table)
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      count += Number(numDeletedRows);
    }
    const { rows } = await sql`
      delete from pgboss.job where name in (${sql.join(QUEUES)})
        and data -> 'place' ->> 'platform' = ${platform} and data -> 'place' ->> 'workspace' = ${workspace}
      returning id
    `.execute(trx);
    const workspaces = workspaceLane({ platform, workspace });
    const channels = channelLane({ platform, workspace, channel: '' });
    await sql`delete from pace where lane = ${workspaces} or starts_with(lane, ${channels}::text)`.execute(trx);
    return count + rows.length + (await dropUnusedArticles(trx)) + (await dropUnusedFeeds(trx));
  });
}
