/**
 * What a calendar on a wall would say, told without a calendar library: the clock of a zone is read hour by hour, and minute by minute in
 * an hour in which it jumps. Slow and plain, to hold the real thing against.
 */
import type { Schedule } from '#core/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A local time as if it were UTC, in milliseconds. */
export type Clock = (moment: number) => number;

export function clockOf(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (moment) => {
    const shown = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  };
}

/** Each run from one moment to another: for every date on the schedule's days, the first moment at which its time is reached. */
export function runsByTheClock(schedule: Schedule, after: number, until: number, clock: Clock): number[] {
  const runs: number[] = [];
  for (let date = Math.floor(after / DAY - 2) * DAY; date < until + 2 * DAY; date += DAY) {
    const weekday = ((Math.floor(date / DAY) + 3) % 7) + 1;
    if (!schedule.days.includes(weekday) || !exists(date, clock)) continue;
    const run = firstReached(date + schedule.hour * HOUR + schedule.minute * MINUTE, clock);
    if (run > after && run <= until) runs.push(run);
  }
  return runs;
}

/** The moment at which the zone's clock first shows this time or a later one. No zone is further than 15 hours from UTC. */
function firstReached(local: number, clock: Clock): number {
  const begin = Math.floor(local / HOUR) * HOUR - 15 * HOUR;
  for (let hour = begin; ; hour += HOUR) {
    const jumps = clock(hour + HOUR) - clock(hour) !== HOUR;
    if (!jumps && clock(hour) + HOUR <= local) continue;
    for (let moment = hour; moment < hour + HOUR; moment += MINUTE) if (clock(moment) >= local) return moment;
  }
}

/** Whether the zone's clock ever shows a moment of this date. */
function exists(date: number, clock: Clock): boolean {
  const first = clock(firstReached(date, clock));
  return first < date + DAY;
}

/** The moments in a year at which a zone's clock jumps, to the minute. */
export function jumpsIn(year: number, clock: Clock): number[] {
  const jumps: number[] = [];
  const step = 5 * DAY;
  for (let moment = Date.UTC(year); moment < Date.UTC(year + 1); moment += step) {
    if (clock(moment + step) - clock(moment) === step) continue;
    let [low, high] = [moment, moment + step];
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
      if (clock(middle) - clock(moment) === middle - moment) low = middle;
      else high = middle;
    }
    jumps.push(high);
  }
  return jumps;
}
