import type { Part } from './part.ts';
import type { Settled } from './settled.ts';

const NAMES = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const ALL = [1, 2, 3, 4, 5, 6, 7];

/** The days that are named, less those that are excepted. "Mornings" without a day are those of every day. */
export function settleDays(parts: readonly Part[]): Settled<readonly number[]> {
  const named = new Set(parts.flatMap((part) => (part.kind === 'days' ? part.days : [])));
  const excepted = new Set(parts.flatMap((part) => (part.kind === 'except' ? part.days : [])));
  const isDaily = parts.some((part) => part.kind === 'daypart' && part.isDaily);
  if (named.size === 0 && !isDaily)
    return {
      value: null,
      words: null,
      faults: excepted.size === 0 ? [] : [`which days, except ${dayWords(excepted)}?`],
    };
  const all = new Set(named.size > 0 ? named : ALL);
  const strangers = excepted.difference(all);
  const days = all.difference(excepted);
  const words = excepted.size === 0 ? dayWords(all) : `${dayWords(all)} except ${dayWords(excepted)}`;
  if (strangers.size > 0)
    return { value: null, words, faults: [`${dayWords(strangers)} cannot be left out of ${dayWords(all)}`] };
  if (days.size === 0) return { value: null, words, faults: ['no day is left'] };
  return { value: [...days].toSorted(), words: dayWords(days), faults: [] };
}

function dayWords(days: ReadonlySet<number>): string {
  const key = [...days].toSorted().join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'Monday to Friday';
  const names = NAMES.filter((_, index) => days.has(index + 1));
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
