import times from '../data/times-en.json' with { type: 'json' };

export const WEEKDAYS: ReadonlySet<string> = new Set(times.weekdays);
export const MONTHS: ReadonlySet<string> = new Set(times.months);
/** Behind a day: "Monday evening". */
export const DAY_PARTS: ReadonlySet<string> = new Set(times.dayParts);
/** Behind "last", "this" and "next". */
export const TIME_PERIODS: ReadonlySet<string> = new Set([...times.periods, ...times.weekdays]);
/** Behind a number: "two weeks". */
export const TIME_SPANS: ReadonlySet<string> = new Set(times.spans);
