import { isSameSchedule } from '#core/is-same-schedule.ts';
import { Problem } from '#core/problem.ts';
import type { Schedule } from '#core/schedule.ts';
import type { KeptSchedule } from '#core/schedules.ts';

/**
 * The schedules that somebody means: by number, or by the words that made one; null means all.
 * @throws Problem `NOT_THERE` where there is none such.
 */
export function findSchedules(
  which: string | null,
  all: readonly KeptSchedule[],
  parse: (words: string, timeZone: string) => Schedule,
): readonly KeptSchedule[] {
  if (which === null || /^all$/i.test(which.trim())) return all;
  const [, number] = /^#?(\d{1,2})[.)]?$/.exec(which.trim()) ?? [];
  const meant = number === undefined ? byWords(which, all, parse) : all[Number(number) - 1];
  if (meant === undefined)
    throw new Problem(
      'NOT_THERE',
      all.length === 0
        ? 'no digest is scheduled here'
        : `here ${all.length === 1 ? 'is one digest, with the number 1' : `are digests 1 to ${all.length}`}`,
    );
  return [meant];
}

function byWords(
  words: string,
  all: readonly KeptSchedule[],
  parse: (words: string, timeZone: string) => Schedule,
): KeptSchedule | undefined {
  return all.find(({ schedule }) => {
    try {
      return isSameSchedule(parse(words, schedule.timeZone), schedule);
    } catch {
      return false;
    }
  });
}
