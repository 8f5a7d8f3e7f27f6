import type { Clock } from '#core/clock.ts';
import type { Schedule } from '#core/schedule.ts';
import type { KeptSchedule, ScheduleShelf } from '#core/schedules.ts';
import { randomWord } from './random-word.ts';
import type { Session } from './schema.ts';

const COLUMNS = ['id', 'platform', 'workspace', 'channel', 'rule', 'next_at'] as const;

/** When channels want their digests. */
export function createScheduleShelf(session: Session, clock: Clock): ScheduleShelf {
  return {
    async add({ platform, workspace, channel }, schedule, nextAt, by) {
      const rule = writeRule(schedule);
      const here = { platform, workspace, channel, rule };
      const id = randomWord();
      const added = await session
        .insertInto('schedule')
        .values({ ...here, id, next_at: nextAt, by, at: clock.now() })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'channel', 'rule']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (added !== undefined) return { id, isNew: true };
      const known = await session
        .selectFrom('schedule')
        .select('id')
        .where((is) => is.and(here))
        .executeTakeFirstOrThrow();
      return { id: known.id, isNew: false };
    },
    async of({ platform, workspace, channel }) {
      const rows = await session
        .selectFrom('schedule')
        .select(COLUMNS)
        .where((is) => is.and({ platform, workspace, channel }))
        .orderBy('seq')
        .execute();
      return rows.map(toSchedule);
    },
    async remove({ platform, workspace, channel }, id) {
      await session
        .deleteFrom('schedule')
        .where((is) => is.and({ platform, workspace, channel, id }))
        .execute();
    },
    async nextDue() {
      const first = await session
        .selectFrom('schedule')
        .select('next_at')
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst();
      return first?.next_at ?? null;
    },
    async claimDue(now, most) {
      const rows = await session
        .selectFrom('schedule')
        .select(COLUMNS)
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(most)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(toSchedule);
    },
    async dueWithin(from, to) {
      const rows = await session
        .selectFrom('schedule')
        .select(COLUMNS)
        .where('next_at', '>', from)
        .where('next_at', '<=', to)
        .execute();
      return rows.map(toSchedule);
    },
    async moveOn(id, nextAt) {
      await session.updateTable('schedule').set({ next_at: nextAt }).where('id', '=', id).execute();
    },
  };
}

type Row = {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly rule: string;
  readonly next_at: Date;
};

function toSchedule({ id, platform, workspace, channel, rule, next_at }: Row): KeptSchedule {
  return { id, channel: { platform, workspace, channel }, schedule: readRule(rule), nextAt: next_at };
}

/** `1,2,3,4,5 08:00 Europe/Berlin`. */
function writeRule({ days, hour, minute, timeZone }: Schedule): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${days.join(',')} ${two(hour)}:${two(minute)} ${timeZone}`;
}

/** The rows are our own; one of another form is a fault of ours. */
function readRule(rule: string): Schedule {
  const [, days = '', hour, minute, timeZone = ''] = /^([1-7](?:,[1-7])*) (\d\d):(\d\d) (\S+)$/.exec(rule) ?? [];
  if (days === '') throw new Error('a schedule is kept in a form unknown');
  return { days: days.split(',').map(Number), hour: Number(hour), minute: Number(minute), timeZone };
}
