import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import type { Schedule } from '#core/schedule.ts';
import { parseSchedule } from '#schedule/parse-schedule.ts';

/** "12345 8:00 Europe/Berlin", or why it was refused. */
function read(text: string): string {
  try {
    return show(parseSchedule(text, { timeZone: 'Europe/Paris' }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe('BAD_SCHEDULE');
    return error.message;
  }
}

function show({ days, hour, minute, timeZone }: Schedule): string {
  return `${days.join('')} ${hour}:${String(minute).padStart(2, '0')} ${timeZone}`;
}

test.each([
  ['weekdays 08:00 Europe/Berlin', '12345 8:00 Europe/Berlin'],
  ['Mon Wed Fri 7:30', '135 7:30 Europe/Paris'],
  ['every day at 8am', '1234567 8:00 Europe/Paris'],
  ['daily 6.45 pm New York', '1234567 18:45 America/New_York'],
  ['weekends noon', '67 12:00 Europe/Paris'],
  ['mon-fri 0800', '12345 8:00 Europe/Paris'],
  ['8 p.m. Mon., Tue. & Thu. (London time)', '124 20:00 Europe/London'],
  ['Every weekday at 8 o’clock in the morning', '12345 8:00 Europe/Paris'],
  ['weekdays - 08:00 - Berlin', '12345 8:00 Europe/Berlin'],
  ['Mon,Wed,Fri@7:30', '135 7:30 Europe/Paris'],
  ['Mon/Wed/Fri 9', '135 9:00 Europe/Paris'],
  ['7 days a week 7:00', '1234567 7:00 Europe/Paris'],
  ['９：３０ weekdays', '12345 9:30 Europe/Paris'],
])('reads “%s”', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['montags 8 Uhr', '1 8:00 Europe/Paris'],
  ['werktags um 7.30 Uhr', '12345 7:30 Europe/Paris'],
  ['Mo, Mi und Fr um 8 Uhr 30 Wien', '135 8:30 Europe/Vienna'],
  ['jeden Tag 18 Uhr MEZ', '1234567 18:00 Europe/Berlin'],
  ['täglich halb acht', '1234567 7:30 Europe/Paris'],
  ['Montag bis Freitag 8:00 Uhr Zürich', '12345 8:00 Europe/Zurich'],
  ['am Wochenende um 10', '67 10:00 Europe/Paris'],
  ['sonntags morgens um 9', '7 9:00 Europe/Paris'],
  ['lundi et jeudi à 8h30', '14 8:30 Europe/Paris'],
  ['du lundi au vendredi à 7 heures, Bruxelles', '12345 7:00 Europe/Brussels'],
  ['tous les jours à 8h, heure de Genève', '1234567 8:00 Europe/Zurich'],
  ['le week-end à midi', '67 12:00 Europe/Paris'],
  ['mardi 8 moins le quart', '2 7:45 Europe/Paris'],
  ['en semaine 18h', '12345 18:00 Europe/Paris'],
])('reads German and French: “%s”', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('a clock without am and pm has 24 hours, with and without minutes', () => {
  expect(read('weekdays at 8')).toBe('12345 8:00 Europe/Paris');
  expect(read('weekdays 6')).toBe('12345 6:00 Europe/Paris');
  expect(read('weekdays 18')).toBe('12345 18:00 Europe/Paris');
  expect(read('weekdays 6 pm')).toBe('12345 18:00 Europe/Paris');
  expect(read('daily 12am')).toBe('1234567 0:00 Europe/Paris');
  expect(read('daily 12pm')).toBe('1234567 12:00 Europe/Paris');
  expect(read('daily 12 midnight')).toBe('1234567 0:00 Europe/Paris');
});

test('a part of the day says which eight it is, and says every day where no day is named', () => {
  expect(read('Monday evenings at 6:30')).toBe('1 18:30 Europe/Paris');
  expect(read('every morning at 8')).toBe('1234567 8:00 Europe/Paris');
  expect(read('weekdays 8 at night')).toBe('12345 20:00 Europe/Paris');
  expect(read('evenings 9am')).toBe('understood: every day; “9am” is not in the evening');
});

test('ranges go over Sunday, and exceptions are taken away', () => {
  expect(read('Fri-Mon 8:00')).toBe('1567 8:00 Europe/Paris');
  expect(read('every day except Sunday 8:00')).toBe('123456 8:00 Europe/Paris');
  expect(read('mon-fri except tue and wed 9:00')).toBe('145 9:00 Europe/Paris');
});

test('a zone has its own name, places and letters', () => {
  expect(read('daily 8:00 america/port-au-prince')).toBe('1234567 8:00 America/Port-au-Prince');
  expect(read('daily 8:00 US/Pacific')).toBe('1234567 8:00 America/Los_Angeles');
  expect(read('daily 8:00 Asia/Calcutta')).toBe('1234567 8:00 Asia/Kolkata');
  expect(read('daily 8:00 München')).toBe('1234567 8:00 Europe/Berlin');
  expect(read('daily 8:00 Kiew')).toBe('1234567 8:00 Europe/Kyiv');
  expect(read('daily 8:00 UTC+2')).toBe('1234567 8:00 Etc/GMT-2');
  expect(read('8am ET Mondays')).toBe('1 8:00 America/New_York');
});

test('a zone with several meanings is refused with all of them, and settled by a place beside it', () => {
  expect(read('weekdays 8am CST')).toBe(
    'understood: Monday to Friday, 08:00; “CST” can be America/Chicago, Asia/Shanghai or America/Havana: name one of them',
  );
  expect(read('weekdays 8am IST')).toMatch(/“IST” can be Asia\/Kolkata, Europe\/Dublin or Asia\/Jerusalem/);
  expect(read('weekdays 8am Portland')).toMatch(/America\/Los_Angeles or America\/New_York/);
  expect(read('weekdays 8am CST (Chicago)')).toBe('12345 8:00 America/Chicago');
  expect(read('weekdays 8am Berlin New York')).toMatch(/“Berlin” and “New York” are not the same time zone/);
  expect(read('weekdays 8am UTC+5:30')).toMatch(/“UTC\+5:30” is no zone with a name: name a place in it/);
});

test.each([
  ['Mondays noonish', 'understood: Mondays; not understood: “noonish”'],
  ['', 'understood: nothing; missing: the days and the time, as in “weekdays 08:00”'],
  ['weekdays', 'understood: Monday to Friday; missing: the time, as in “Monday to Friday 08:00”'],
  ['08:00 Berlin', 'understood: 08:00, Europe/Berlin; missing: the days, as in “every day 08:00”'],
  ['every day 25:00', 'understood: every day; “25:00” is no time of day'],
  ['every day 8:75', 'understood: every day; “8:75” is no time of day'],
  ['every day 13pm', 'understood: every day; “13pm” is no time of day'],
  ['weekends except Sat and Sun 9:00', /no day is left$/],
  ['not Sunday 8:00', 'understood: 08:00; which days, except Sundays?'],
  ['weekdays except Sunday 8:00', /Sundays cannot be left out of Monday to Friday$/],
  ['daily 8:00 and 18:00', 'understood: every day; “8:00” and “18:00” are 2 times, and a schedule has one'],
  ['daily 8-9am', /“8” and “9am” are 2 times/],
  ['every 24:00', /“24:00” ends one day and begins the next/],
  ['every other Monday 8am', 'understood: 08:00; not understood: “every other Monday”'],
  ['every 2 weeks on Monday 8:00', 'understood: Mondays, 08:00; not understood: “every 2 weeks”'],
  ['first Monday of the month 9:00', 'understood: Mondays, 09:00; not understood: “first”, “of the month”'],
  ['Mon-Wed-Fri 8:00', 'understood: 08:00; not understood: “Mon-Wed-Fri”'],
  ['weekdays before 8', 'understood: Monday to Friday, 08:00; not understood: “before”'],
  ['weekdays 8,08', 'understood: Monday to Friday; not understood: “8,08”'],
  ['weekdays and 8:00', 'understood: Monday to Friday, 08:00; not understood: “and”'],
  ['Tuseday 8:00', 'understood: 08:00; not understood: “Tuseday”; did you mean “tuesday”?'],
  ['tomorrow at 8', 'understood: 08:00; not understood: “tomorrow”'],
  ['0 8 * * 1-5', /not understood: “\* \*”/],
  ['weekdays 8:00 Europe/Munich', 'understood: Monday to Friday, 08:00; not understood: “Europe/Munich”'],
])('refuses “%s” with what was understood and what was not', (text, expected) => {
  if (typeof expected === 'string') expect(read(text)).toBe(expected);
  else expect(read(text)).toMatch(expected);
});

test('refuses a usual zone that is none', () => {
  expect(() => parseSchedule('daily 8:00', { timeZone: 'Europe/Munich' })).toThrow('“Europe/Munich” is no time zone');
});

test('every zone is read by its own name, whatever the order of the parts', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const canonical = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  for (const zone of zones)
    expect(canonical(parseSchedule(`${zone} daily 8:00`, { timeZone: 'UTC' }).timeZone)).toBe(canonical(zone));
});

const DAYS = ['Monday', 'tue', 'Mittwochs', 'jeudi', 'Fridays', 'samedi', 'So'];

test('days, time and zone that are written down come back', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia');
  fc.assert(
    fc.property(
      days,
      fc.nat(23),
      fc.nat(59),
      zone,
      fc.constantFrom(' ', ', ', ' and '),
      fc.nat(5),
      (days, hour, minute, timeZone, joint, order) => {
        const minutes = String(minute).padStart(2, '0');
        const named = days.map((day) => DAYS[day - 1]).join(joint);
        const [a, b, c] = [named, `${hour}:${minutes}`, timeZone];
        const orders = [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]; // biome-ignore format: one line
        const text = orders[order]?.join(' ') ?? '';
        expect(parseSchedule(text, { timeZone: 'UTC' })).toEqual({ days: days.toSorted(), hour, minute, timeZone });
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever is typed, it is a sound schedule or a Problem in one line, and soon', () => {
  const words =
    'on every Mon - fri weekends except and to 8 8:30 25:00 am pm noon half past halb et ET CST UTC+2 Berlin a à @ in 7h30 , / foo'.split(
      ' ',
    );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words)).map((list) => list.join(' ')),
  );
  const began = performance.now();
  fc.assert(
    fc.property(text, (text) => {
      const told = read(text);
      expect(told).toMatch(/^(?:1?2?3?4?5?6?7? \d{1,2}:\d{2} \S+|understood: .+|a schedule has at most .+)$/s);
    }),
    { numRuns: 3_000 },
  );
  expect(performance.now() - began).toBeLessThan(20_000);
});
