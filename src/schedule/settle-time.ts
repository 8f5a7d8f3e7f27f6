import type { Part, TimePart } from './part.ts';
import { hourInDaypart } from './read-daypart.ts';
import type { Settled } from './settled.ts';

type Time = { readonly hour: number; readonly minute: number };

/** The one time that is named, in the part of the day that is named. */
export function settleTime(parts: readonly Part[]): Settled<Time> {
  const times = parts.filter((part) => part.kind === 'time');
  const dayparts = new Set(parts.filter((part) => part.kind === 'daypart').map(({ name }) => name));
  const [name, ...others] = dayparts;
  if (others.length > 0)
    return fault(`${[...dayparts].join(' and ')} are two parts of the day, and a schedule has one time`);
  const [time, ...more] = name === undefined ? distinct(times) : distinct(times.map((one) => placeTime(one, name)));
  if (time === undefined) return { value: null, words: null, faults: [] };
  if (more.length > 0)
    return fault(`${listTimes([time, ...more])} are ${more.length + 1} times, and a schedule has one`);
  if (Number.isNaN(time.hour)) return fault(`“${time.written}” is not in the ${name}`);
  return { value: { hour: time.hour, minute: time.minute }, words: timeWords(time), faults: [] };
}

/** A time in its part of the day; where there is none its hour is NaN. */
function placeTime(time: TimePart, daypart: string): TimePart {
  return { ...time, hour: hourInDaypart(time.hour, time.isExact, daypart) ?? Number.NaN };
}

/** "12 noon" and "08:00 (8 am)" say the same twice. */
function distinct(times: readonly TimePart[]): TimePart[] {
  return [...new Map(times.map((time) => [timeWords(time), time])).values()];
}

function timeWords({ hour, minute }: Time): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function listTimes(times: readonly TimePart[]): string {
  return times.map(({ written }) => `“${written}”`).join(' and ');
}

function fault(words: string): Settled<Time> {
  return { value: null, words: null, faults: [words] };
}
