import { sql } from 'kysely';
import { QUEUES } from './make-queues.ts';
import type { Database } from './schema.ts';

/**
 * Seconds that a job waits from a start on, before it runs again, for each death that it was alone in. What kills its process
 * waits and then kills, every time; a process that is killed from outside dies as well while the job waits, and such a death is
 * no job's. Only one that came through all of these waits, and died at the job each time, has the job to blame.
 */
const WAITS_SECONDS = [0, 1, 3, 8, 20];
/** A job that runs alone while its process dies so often is taken to be what kills it. */
const MOST_DEATHS_ALONE = WAITS_SECONDS.length;

/**
 * Gives back the jobs that a dead process held, with fresh attempts: most of them only stood beside what killed it, if anything of
 * ours did. Each is a suspect from now on, and suspects run one at a time; the one that was running alone has one more death to its
 * name (`deaths` in its data), waits a while so that others come first, and with too many deaths it counts as failed for good, for
 * `buryLost` to find. Only where it is certain that nobody else works on them.
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
    // Also of those that waited when the process died: the wait counts from this start.
    await sql`
      update pgboss.job set start_after = greatest(start_after, now() + make_interval(secs => (
        array[${sql.join(WAITS_SECONDS)}]::int[])[(data ->> 'deaths')::int + 1]))
      where name in (${sql.join(QUEUES)}) and state in ('created', 'retry') and (data ->> 'deaths')::int > 0
    `.execute(trx);
  });
}

/** The jobs that wait and were under way when a process died; `waitMs`: until each may run, 0 for at once. */
export async function findSuspects(db: Database): Promise<{ readonly id: string; readonly waitMs: number }[]> {
  const { rows } = await sql<{ id: string; wait: string | number }>`
    select id, greatest(0, extract(epoch from start_after - now())) as wait from pgboss.job
    where name in (${sql.join(QUEUES)}) and state in ('created', 'retry') and data ? 'deaths'
  `.execute(db);
  return rows.map(({ id, wait }) => ({ id, waitMs: Math.ceil(Number(wait) * 1_000) }));
}
