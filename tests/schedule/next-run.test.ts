import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import type { Schedule } from '#core/schedule.ts';
import { nextRun } from '#schedule/next-run.ts';
import { type Clock, clockOf, jumpsIn, runsByTheClock } from './runs-by-the-clock.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];
const DAY_MS = 86_400_000;
const ZONES = Intl.supportedValuesOf('timeZone');

const clocks = new Map<string, Clock>();
function clockIn(zone: string): Clock {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  return clock;
}

function schedule(time: string, timeZone: string, days: readonly number[] = DAILY): Schedule {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { days, hour, minute, timeZone };
}

/** The runs in a loop, as the bot asks for them. */
function runsOf(one: Schedule, after: string | number, count: number): string[] {
  const runs: string[] = [];
  let last = new Date(after);
  while (runs.length < count) {
    last = nextRun(one, last);
    runs.push(last.toISOString().slice(0, 16));
  }
  return runs;
}

test('runs at the local time on both sides of a change of clocks', () => {
  expect(runsOf(schedule('08:00', 'Europe/Berlin', [1, 5]), '2026-10-22T00:00Z', 3)).toEqual([
    '2026-10-23T06:00',
    '2026-10-26T07:00',
    '2026-10-30T07:00',
  ]);
});

test('runs strictly after the moment that it is asked for', () => {
  const eight = schedule('08:00', 'UTC');
  expect(nextRun(eight, new Date('2026-05-01T07:59:59.999Z'))).toEqual(new Date('2026-05-01T08:00Z'));
  expect(nextRun(eight, new Date('2026-05-01T08:00Z'))).toEqual(new Date('2026-05-02T08:00Z'));
});

test('a skipped time runs at the first moment after the gap', () => {
  expect(runsOf(schedule('02:30', 'Europe/Berlin'), '2027-03-27T12:00Z', 2)).toEqual([
    '2027-03-28T01:00',
    '2027-03-29T00:30',
  ]);
  expect(runsOf(schedule('02:15', 'Australia/Lord_Howe'), '2026-10-03T00:00Z', 2)).toEqual([
    '2026-10-03T15:30',
    '2026-10-04T15:15',
  ]);
  // The gap begins at midnight.
  expect(runsOf(schedule('00:30', 'America/Santiago'), '2026-09-06T00:00Z', 2)).toEqual([
    '2026-09-06T04:00',
    '2026-09-07T03:30',
  ]);
});

test('a time that comes twice runs at its first occurrence, and once', () => {
  expect(runsOf(schedule('02:30', 'Europe/Berlin'), '2026-10-24T12:00Z', 2)).toEqual([
    '2026-10-25T00:30',
    '2026-10-26T01:30',
  ]);
  // Asked between the two occurrences.
  expect(runsOf(schedule('01:30', 'America/New_York'), '2026-11-01T05:45Z', 1)).toEqual(['2026-11-02T06:30']);
});

test('a gap at midnight puts a run of the evening into the next date, and loses none', () => {
  // Nuuk went from 23:00 on the 30th to 00:00 on the 31st.
  expect(runsOf(schedule('23:30', 'America/Nuuk'), '2024-03-30T12:00Z', 2)).toEqual([
    '2024-03-31T01:00',
    '2024-04-01T00:30',
  ]);
  // Asked a minute before.
  expect(runsOf(schedule('23:30', 'America/Nuuk', [6]), '2024-03-31T00:59Z', 1)).toEqual(['2024-03-31T01:00']);
});

test('a date that a zone left out has no run', () => {
  expect(runsOf(schedule('08:00', 'Pacific/Apia'), '2011-12-29T00:00Z', 3)).toEqual([
    '2011-12-29T18:00',
    '2011-12-30T18:00',
    '2011-12-31T18:00',
  ]);
  // Fridays only: the 30th never was.
  expect(runsOf(schedule('08:00', 'Pacific/Apia', [5]), '2011-12-24T00:00Z', 1)).toEqual(['2012-01-05T18:00']);
  expect(runsOf(schedule('00:00', 'Pacific/Kwajalein'), '1993-08-20T00:00Z', 2)).toEqual([
    '1993-08-20T12:00',
    '1993-08-21T12:00',
  ]);
});

test('a schedule that never runs is a Problem and no endless loop', () => {
  const after = new Date('2026-01-01T00:00Z');
  for (const [bad, why] of [
    [schedule('08:00', 'UTC', []), 'day of the week'],
    [schedule('08:00', 'UTC', [8]), 'day of the week'],
    [schedule('25:00', 'UTC'), 'no day has an hour 25'],
    [schedule('08:00', 'Mars/Olympus'), '“Mars/Olympus” is no time zone'],
  ] as const) {
    expect(() => nextRun(bad, after)).toThrow(Problem);
    expect(() => nextRun(bad, after)).toThrow(why);
  }
});

const zones = fc.constantFrom(...ZONES);
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
/** A few seconds' worth. Before this landed 5,000 were tried, and every jump of every zone from 1990 to 2035. */
const RUNS = 150;
const [FIRST_YEAR, LAST_YEAR] = [1990, 2035];

/** Whether a loop from one moment to another gives the runs of the wall clock, each once. */
function expectRunsOfClock(one: Schedule, after: number, until: number): void {
  const expected = runsByTheClock(one, after, until, clockIn(one.timeZone));
  const runs: number[] = [];
  for (let run = nextRun(one, new Date(after)); run.getTime() <= until; run = nextRun(one, run))
    runs.push(run.getTime());
  expect(runs).toEqual(expected);
}

test('in every zone and at any time a loop gives one run for each local date, none lost and none twice', () => {
  const moments = fc.integer({ min: Date.UTC(FIRST_YEAR), max: Date.UTC(LAST_YEAR + 1) });
  fc.assert(
    fc.property(zones, days, fc.nat(23), fc.nat(59), moments, (timeZone, days, hour, minute, after) => {
      expectRunsOfClock({ days, hour, minute, timeZone }, after, after + 9 * DAY_MS);
    }),
    { numRuns: RUNS },
  );
});

test('also around every kind of jump of the clocks, at and beside the times that it skips or repeats', () => {
  const years = fc.integer({ min: FIRST_YEAR, max: LAST_YEAR });
  // In quarters of the jump: from one jump before it to one after it.
  const places = fc.integer({ min: -4, max: 8 });
  let tried = 0;
  fc.assert(
    fc.property(zones, years, days, places, fc.nat(), (timeZone, year, days, place, which) => {
      const clock = clockIn(timeZone);
      const jumps = jumpsIn(year, clock);
      const jump = jumps[which % Math.max(1, jumps.length)];
      if (jump === undefined) return;
      const before = clock(jump - 60_000) + 60_000;
      const local = new Date(before + Math.round((((clock(jump) - before) / 60_000) * place) / 4) * 60_000);
      const one = { days, hour: local.getUTCHours(), minute: local.getUTCMinutes(), timeZone };
      expectRunsOfClock(one, jump - 2.5 * DAY_MS, jump + 2.5 * DAY_MS);
      expectRunsOfClock(one, jump + place * 900_000, jump + 2.5 * DAY_MS);
      tried++;
    }),
    { numRuns: 2 * RUNS },
  );
  expect(tried).toBeGreaterThan(RUNS / 4);
});

test('a thousand schedules in all zones take less than a second of the processor’s time', () => {
  const began = process.cpuUsage();
  for (let n = 0; n < 1_000; n++)
    nextRun(
      schedule('08:00', ZONES[n % ZONES.length] ?? 'UTC', [1, 3, 5]),
      new Date(Date.UTC(2026, 0, 1) + n * DAY_MS),
    );
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
});
