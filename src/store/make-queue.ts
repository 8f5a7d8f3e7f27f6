import type { PgBoss } from 'pg-boss';

/** The one queue: commands that were asked for. */
export const REQUESTS = 'requests';

/** Sign of life of a running job, in seconds; pg-boss takes no less than 10. A dead worker's jobs come back after it. */
const HEARTBEAT_SECONDS = 10;

/** Makes the queue where it is missing. Jobs of one lane (`singletonKey`) run one after another, in the order they came. */
export async function makeQueue(boss: PgBoss): Promise<void> {
  await boss.createQueue(REQUESTS, {
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
