import { nearestWord } from '#core/nearest-word.ts';
import { plainText } from '#core/plain-text.ts';
import { Problem } from '#core/problem.ts';
import type { Schedule } from '#core/schedule.ts';
import { cutWords } from './cut-words.ts';
import type { Part } from './part.ts';
import { DAY_NAMES } from './read-days.ts';
import { readParts } from './read-parts.ts';
import { PLACE_NAMES } from './read-zone.ts';
import { settleDays } from './settle-days.ts';
import { settleTime } from './settle-time.ts';
import { settleZone } from './settle-zone.ts';

/** Longer than any schedule, and short enough to be repeated. */
const LONGEST_TEXT = 200;
/** Of shorter words too many others are near. */
const SHORTEST_HINTED = 6;

/**
 * Words to a weekly schedule: days, one time and perhaps a time zone, in any order, in English, German or French. `timeZone`: where
 * none is named. Without am or pm the clock has 24 hours ("at 8" is 08:00). Nothing is guessed and no word is passed over.
 * @throws Problem `BAD_SCHEDULE` that says what was understood, and what was not or is missing.
 */
export function parseSchedule(text: string, options: { readonly timeZone: string }): Schedule {
  const line = plainText(text).normalize('NFKC');
  if (line.length > LONGEST_TEXT)
    throw new Problem('BAD_SCHEDULE', `a schedule has at most ${LONGEST_TEXT} characters, and this has ${line.length}`);
  const parts = readParts(cutWords(line));
  const days = settleDays(parts);
  const time = settleTime(parts);
  const zone = settleZone(parts, options.timeZone);
  const unknown = unknownWords(line, parts);
  const wrong = parts.filter((part) => part.kind === 'wrong').map(({ why }) => why);
  const faults = [...wrong, ...[days, time, zone].flatMap(({ faults }) => faults)];
  if (days.value !== null && time.value !== null && zone.value !== null && unknown.length === 0 && faults.length === 0)
    return { days: days.value, ...time.value, timeZone: zone.value };
  const understood = [days.words, time.words, zone.words].filter((words) => words !== null);
  const sayings = [
    `understood: ${understood.join(', ') || 'nothing'}`,
    ...(unknown.length > 0 ? [`not understood: ${unknown.map((words) => `“${words}”`).join(', ')}`] : []),
    ...hintsOf(unknown),
    ...faults,
    ...(unknown.length > 0 || faults.length > 0 ? [] : [missingWords(days.words, time.words)]),
  ];
  throw new Problem('BAD_SCHEDULE', sayings.join('; '));
}

/** What nobody understood, as it was written; words in a row are one. */
function unknownWords(line: string, parts: readonly Part[]): string[] {
  const runs: { start: number; end: number }[] = [];
  let isRunning = false;
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.kind === 'unknown' && isRunning && last !== undefined) last.end = part.end;
    else if (part.kind === 'unknown') runs.push({ start: part.start, end: part.end });
    isRunning = part.kind === 'unknown';
  }
  return runs.map(({ start, end }) => line.slice(start, end));
}

/** A single mistyped word gets the name that it is near to. */
function hintsOf(unknown: readonly string[]): string[] {
  const [word, ...others] = unknown;
  if (word === undefined || others.length > 0 || word.length < SHORTEST_HINTED || /[^\p{L}]/u.test(word)) return [];
  const near = nearestWord(
    word,
    [...DAY_NAMES, ...PLACE_NAMES].filter((name) => name.length >= SHORTEST_HINTED),
  );
  return near === null ? [] : [`did you mean “${near}”?`];
}

function missingWords(days: string | null, time: string | null): string {
  if (days === null && time === null) return 'missing: the days and the time, as in “weekdays 08:00”';
  if (days === null) return `missing: the days, as in “every day ${time}”`;
  return `missing: the time, as in “${days} 08:00”`;
}
