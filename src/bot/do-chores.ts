import type { Clock } from '#core/clock.ts';
import type { Observer } from '#core/observer.ts';
import type { Settings } from '#settings.ts';
import { backUp, isBackUpDue } from '#store/back-up.ts';
import { dropOldTexts } from '#store/drop-old-texts.ts';
import { lookAtQueue } from '#store/look-at-queue.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { type Chore, keepHouse } from './keep-house.ts';
import type { OpenStore } from './open-store.ts';
import { removeStatusFile, writeStatusFile } from './status-file.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How old `byline doctor` may find the status of a running bot. */
const STATUS_EVERY_MS = MINUTE_MS / 4;
const BACK_UP_EVERY_MS = 6 * HOUR_MS;
/** How often is asked whether a backup is due: whoever starts the bot anew every hour has one all the same. */
const BACK_UP_ASKED_MS = HOUR_MS / 4;

/**
 * What a running bot does beside its work: drops old texts, backs up the embedded database, and leaves its status for the
 * doctor. @returns what ends it.
 */
export async function doChores(parts: {
  readonly settings: Settings;
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly observe: Observer;
  readonly url: string | null;
  readonly pid: number;
}): Promise<() => Promise<void>> {
  const { settings, store, clock, observe, url, pid } = parts;
  const { open } = store;
  const since = clock.now().toISOString();
  const writeStatus = async () => {
    const { jobs, posts, dead } = await lookAtQueue(open.db);
    const told = dead.map((one) => ({ ...one, at: one.at.toISOString() }));
    const at = clock.now().toISOString();
    await writeStatusFile(settings.dataFolder, { pid, url, since, at, jobs, posts, dead: told });
  };
  const retention: Chore = {
    what: 'retention',
    everyMs: HOUR_MS,
    async run() {
      const before = new Date(clock.now().getTime() - settings.retentionDays * DAY_MS);
      const count = await dropOldTexts(open.db, before, restoreBriefing);
      if (count > 0) observe({ kind: 'kept-house', what: 'retention', count });
    },
  };
  const { lite } = open;
  if (lite === null) return keepHouse([retention], observe);
  const backup: Chore = {
    what: 'backup',
    everyMs: BACK_UP_ASKED_MS,
    async run() {
      if (!(await isBackUpDue(settings.dataFolder, BACK_UP_EVERY_MS, clock))) return;
      const count = await backUp(lite, settings.dataFolder, clock);
      observe({ kind: 'kept-house', what: 'backup', count });
    },
  };
  await writeStatus();
  const stop = keepHouse([retention, backup, { what: 'status', everyMs: STATUS_EVERY_MS, run: writeStatus }], observe);
  return async () => {
    await stop();
    await removeStatusFile(settings.dataFolder);
  };
}
