import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Job, Shelves } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import { countAffected } from './count-affected.ts';
import { QUEUES } from './make-queues.ts';
import { parseJob } from './parse-job.ts';
import type { Database, Session } from './schema.ts';

type Row = { readonly id: string; readonly name: string; readonly data: unknown };

/**
 * Takes jobs off the queue whose process died at every attempt: a job that failed for good would block its lane. Each is told
 * to whoever asked and set aside for the operator, in one transaction.
 */
export async function buryLost(parts: {
  readonly open: { readonly db: Database };
  readonly boss: PgBoss;
  readonly shelves: (session: Session) => Shelves;
  readonly observe: Observer;
  readonly giveUp: (job: Job, shelves: Shelves) => Promise<void>;
}): Promise<number> {
  const { open, boss, shelves, observe, giveUp } = parts;
  const failed = sql<Row>`
    select id, name, data from pgboss.job where name in (${sql.join(QUEUES)}) and state = 'failed'
  `;
  const { rows } = await failed.execute(open.db);
  // One that cannot be buried keeps none of the others above ground.
  for (const row of rows)
    await buryOne(row).catch((cause: unknown) =>
      observe({ kind: 'trouble', what: 'a lost job was not buried', cause }),
    );
  return rows.length;

  function buryOne({ id, name, data }: Row): Promise<void> {
    return open.db.transaction().execute(async (trx) => {
      const response = await boss.deleteJob(name, id, { db: fromKysely(trx) });
      // Another process buries it at this moment.
      if (countAffected(response) !== 1) return;
      const job = readJob(data);
      if (job === null) return observe({ kind: 'trouble', what: 'a job of a form unknown was dropped', cause: id });
      const reason = 'every attempt ended with its process, or failed';
      const all = shelves(trx);
      await giveUp(job, all);
      await all.jobs.bury(job, reason);
      observe({ kind: 'buried', id: job.id, reason });
    });
  }
}

function readJob(data: unknown): Job | null {
  try {
    return parseJob(data);
  } catch {
    return null;
  }
}
