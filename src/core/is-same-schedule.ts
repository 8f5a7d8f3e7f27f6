import type { Schedule } from './schedule.ts';

/** Whether two schedules mean the same times. */
export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  return (
    one.days.join() === other.days.join() &&
    one.hour === other.hour &&
    one.minute === other.minute &&
    one.timeZone === other.timeZone
  );
}
