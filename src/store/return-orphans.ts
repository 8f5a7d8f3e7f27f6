import { sql } from 'kysely';
import { QUEUES } from './make-queues.ts';
import type { Database } from './schema.ts';

/**
 * A job that runs alone while its process dies so often is taken to be what kills it. More than a few, for a machine that is
 * restarted by hand again and again may meet the same long job each time.
 */
const MOST_DEATHS_ALONE = 5;

/**
 * Gives back the jobs that a dead process held, with fresh attempts: most of them only stood beside what killed it, if anything of
 * ours did. Each is a suspect from now on, and suspects run one at a time; the one that was running alone has one more death to its
 * name (`deaths` in its data), and with too many it counts as failed for good, for `buryLost` to find.
 * Only where it is certain that nobody else works on them.
 */
export async function returnOrphans(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`
      update pgboss.job set data = jsonb_set(data, '{deaths}', to_jsonb(
        coalesce((data ->> 'deaths')::int, 0) + case when (
          select count(*) from pgboss.job where name in (${sql.join(QUEUES)}) and state = 'active'
        ) = 1 then 1 else 0 end
      ))
      where name in (${sql.join(QUEUES)}) and state = 'active'
    `.execute(trx);
    await sql`
      update pgboss.job set state = 'failed', completed_on = now()
      where name in (${sql.join(QUEUES)}) and state = 'active' and (data ->> 'deaths')::int >= ${MOST_DEATHS_ALONE}
    `.execute(trx);
    await sql`
      update pgboss.job set state = 'retry', retry_count = 0, started_on = null, start_after = now()
      where name in (${sql.join(QUEUES)}) and state = 'active'
    `.execute(trx);
  });
}

/** The ids of the jobs that wait and were under way when a process died. */
export async function findSuspects(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from pgboss.job where name in (${sql.join(QUEUES)}) and state in ('created', 'retry') and data ? 'deaths'
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}
