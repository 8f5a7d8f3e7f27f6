import type { PgBoss } from 'pg-boss';
import type { QueueName } from '#core/memory.ts';

/** What people ask for comes first wherever there is a choice. */
export const QUEUES = ['requests', 'digests'] as const satisfies readonly QueueName[];

/** Sign of life of a running job, in seconds; pg-boss takes no less than 10. A dead worker's jobs come back after it. */
const HEARTBEAT_SECONDS = 10;

/** Makes the queues where they are missing. Jobs of one lane (`singletonKey`) run one after another, in the order they came. */
export async function makeQueues(boss: PgBoss): Promise<void> {
  for (const name of QUEUES)
    await boss.createQueue(name, {
      policy: 'key_strict_fifo',
      retryLimit: 4,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      // Longer than the longest walk; the walk's own limits end it before.
      expireInSeconds: 300,
      deleteAfterSeconds: 3_600,
    });
}

/** How often a running job gives a sign of life, in ms: three chances within the limit. */
export const TOUCH_EVERY_MS = (HEARTBEAT_SECONDS * 1_000) / 3;
