import { fromKysely, type PgBoss } from 'pg-boss';
import type { Clock } from '#core/clock.ts';
import type { JobShelf } from '#core/memory.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

/**
 * Sends jobs inside the caller's transaction: they exist when what they were planned with does. The order of a lane is that of
 * the transactions that sent to it.
 */
export function createJobShelf(session: Session, boss: PgBoss, clock: Clock): JobShelf {
  return {
    async send(job) {
      const data: object = JSON.parse(toJsonb(job));
      await boss.send(job.queue ?? 'requests', data, { singletonKey: job.lane, db: fromKysely(session) });
    },
    async bury(job, reason) {
      const { platform, workspace } = job.place;
      await session
        .insertInto('dead_job')
        .values({
          ...{ id: job.post, platform, workspace, command: job.command, job: toJsonb(job) },
          ...{ reason: reason.slice(0, LONGEST_REASON).toWellFormed().replaceAll('\0', '\ufffd'), at: clock.now() },
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
  };
}

/** A reason is a line for the operator, not a dump. */
const LONGEST_REASON = 500;
