import clock from './data/clock.json' with { type: 'json' };
import { createLookUp } from './look-up.ts';
import type { Reading } from './part.ts';
import type { Token } from './token.ts';

/** Hours from and to which a part of the day lasts, both inclusive; a night goes over midnight. */
const DAYPARTS: ReadonlyMap<string, { readonly from: number; readonly to: number }> = new Map(
  Object.entries(clock.dayparts),
);
const NAMES = createLookUp<{ readonly name: string; readonly isDaily: boolean }>(
  Object.entries(clock.dayparts).flatMap(([name, { words, daily }]) => [
    ...words.map((word) => [word, { name, isDaily: false }] as const),
    ...daily.map((word) => [word, { name, isDaily: true }] as const),
  ]),
);

/** "morning", "every evening", "nachts". */
export function readDaypart(tokens: readonly Token[], at: number): Reading | null {
  const found = NAMES.find(tokens, at);
  return found === null ? null : { part: { kind: 'daypart', ...found.value }, next: found.next };
}

/** The hour in this part of the day: 6 in the evening is 18. Null where there is none, as for 11 in the afternoon. */
export function hourInDaypart(hour: number, isExact: boolean, name: string): number | null {
  const daypart = DAYPARTS.get(name);
  if (daypart === undefined) return hour;
  const { from, to } = daypart;
  const isIn = (one: number) => (from <= to ? from <= one && one <= to : from <= one || one <= to);
  const hours = isExact ? [hour] : [hour % 12, (hour % 12) + 12];
  return hours.find(isIn) ?? null;
}
