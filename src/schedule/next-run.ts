import { Temporal } from 'temporal-polyfill';
import { Problem } from '#core/problem.ts';
import type { Schedule } from '#core/schedule.ts';

/** A schedule of one day a week waits two weeks where its day fell out of the calendar, as on Samoa in 2011, and no longer. */
const FURTHEST_DAYS = 16;

/**
 * The first run strictly after a moment. Each local date on the schedule's days has exactly one: a time that the clocks skip runs at
 * the first moment after the gap, a time that comes twice at its first occurrence, and a date that a zone left out has none.
 * @throws Problem `BAD_SCHEDULE` for a schedule that names no day, no time or no zone.
 */
export function nextRun(schedule: Schedule, after: Date): Date {
  const { days, timeZone } = schedule;
  const time = timeOf(schedule);
  // A gap over midnight can put yesterday's run into today.
  const from = dateAt(Temporal.Instant.fromEpochMilliseconds(after.getTime()), timeZone).subtract({ days: 1 });
  for (let step = 0; step <= FURTHEST_DAYS; step++) {
    const date = from.add({ days: step });
    const run = days.includes(date.dayOfWeek) ? runOn(date, time, timeZone) : null;
    if (run !== null && run > after.getTime()) return new Date(run);
  }
  throw new Problem('BAD_SCHEDULE', 'a schedule needs a day of the week, 1 to 7');
}

/** The moment of a date's run in milliseconds since 1970, or null for a date that does not exist. */
function runOn(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): number | null {
  const wanted = date.toPlainDateTime(time);
  // "earlier" is the first occurrence of a time that comes twice. Of one that is skipped it is a moment before the gap.
  const run = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (run.toPlainDateTime().equals(wanted)) return run.epochMilliseconds;
  const end = run.getTimeZoneTransition('next');
  if (end === null) return null;
  const dates = [end.subtract({ nanoseconds: 1 }), end].map((moment) => moment.toPlainDate());
  return dates.some((one) => one.equals(date)) ? end.epochMilliseconds : null;
}

function timeOf({ hour, minute }: Schedule): Temporal.PlainTime {
  try {
    return Temporal.PlainTime.from({ hour, minute }, { overflow: 'reject' });
  } catch (cause) {
    throw new Problem('BAD_SCHEDULE', `no day has an hour ${hour} with a minute ${minute}`, { cause });
  }
}

function dateAt(moment: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  try {
    return moment.toZonedDateTimeISO(timeZone).toPlainDate();
  } catch (cause) {
    throw new Problem('BAD_SCHEDULE', `“${timeZone}” is no time zone`, { cause });
  }
}
