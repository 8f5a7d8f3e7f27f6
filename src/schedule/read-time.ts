import clock from './data/clock.json' with { type: 'json' };
import { createLookUp, foldPhrase } from './look-up.ts';
import type { Reading } from './part.ts';
import type { Token } from './token.ts';

const SPECIAL = createLookUp([
  ...clock.noon.map((word) => [word, 12] as const),
  ...clock.midnight.map((word) => [word, 0] as const),
]);
const HOURS = new Map(
  Object.entries(clock.hours).flatMap(([hour, words]) => words.map((word) => [foldPhrase(word), hour] as const)),
);

/** No time has more words ("8 moins le quart", "quarter to nine o’clock pm"). */
const MOST_WORDS = 6;

const UNIT = '(?: ?(?:h|uhr|heures?|oclock))?';
const HALF = '(?: ?(?<half>[ap])\\.?m|(?<=\\d)(?<letter>[ap]))?';

/** "8", "8:30", "6.45 pm", "8h30", "8 Uhr 30", "0800", "8a". */
const DIGITS = new RegExp(
  `^(?<hour>\\d{1,2})(?: ?[:.h] ?(?<minute>\\d{2})(?::00)?| ?(?:uhr|heures?) (?<after>\\d{2})|(?<joined>\\d{2})(?: ?(?:hours|hrs))?)?${UNIT}${HALF}(?= |$)`,
);

/** Times in words, with the minutes that each adds to its hour. */
const SPOKEN = [
  ['half past H', 30],
  ['(?:a )?quarter past H', 15],
  ['(?:a )?quarter (?:to|before) H', -15],
  ['halb H', -30],
  ['viertel nach H', 15],
  ['viertel vor H', -15],
  ['H(?: ?h| heures?)? et demie?', 30],
  ['H(?: ?h| heures?)? et quart', 15],
  ['H(?: ?h| heures?)? moins (?:le )?quart', -15],
] as const;
const SPOKEN_PATTERNS = SPOKEN.map(([words, minutes]) => ({
  pattern: new RegExp(`^${words.replace('H', '(?<hour>\\d{1,2})')}${UNIT}${HALF}(?= |$)`),
  minutes,
}));

/**
 * A time of day. Without am or pm the clock has 24 hours, so "8" and "8:00" are 08:00 and "6" is 06:00; "6 pm" and "6 in the evening"
 * are 18:00. Times that no clock shows are read as wrong.
 */
export function readTime(tokens: readonly Token[], at: number): Reading | null {
  const special = SPECIAL.find(tokens, at);
  if (special !== null) return timeOf(tokens, at, special.next, { hour: special.value, minute: 0, isExact: true });
  const words = tokens.slice(at, at + MOST_WORDS).map(({ folded }) => HOURS.get(folded) ?? folded);
  return readSpoken(tokens, at, words.join(' ')) ?? readDigits(tokens, at, words.join(' '));
}

function readDigits(tokens: readonly Token[], at: number, words: string): Reading | null {
  const found = DIGITS.exec(words);
  if (found === null) return null;
  const { hour: digits = '', minute, after, joined, half: word, letter } = found.groups ?? {};
  const next = at + found[0].split(' ').length;
  const half = word ?? letter ?? null;
  const [hour, minutes] = [Number(digits), Number(minute ?? after ?? joined ?? 0)];
  const written = writtenOf(tokens, at, next);
  if (hour === 24 && minutes === 0 && half === null)
    return wrong(`“${written}” ends one day and begins the next: write 00:00, and the day that begins`, next);
  const isFace = hour >= 1 && hour <= 12;
  if (hour > 23 || minutes > 59 || (half !== null && !isFace)) return wrong(`“${written}” is no time of day`, next);
  if (half !== null)
    return timeOf(tokens, at, next, { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute: minutes, isExact: true });
  const name = SPECIAL.find(tokens, next);
  if (hour === 12 && name?.value === 0)
    return timeOf(tokens, at, name.next, { hour: 0, minute: minutes, isExact: true });
  return timeOf(tokens, at, next, { hour, minute: minutes, isExact: !isFace || digits.startsWith('0') });
}

function readSpoken(tokens: readonly Token[], at: number, words: string): Reading | null {
  for (const { pattern, minutes } of SPOKEN_PATTERNS) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const { hour: digits, half: word, letter } = found.groups ?? {};
    const next = at + found[0].split(' ').length;
    const half = word ?? letter ?? null;
    const hour = Number(digits);
    if (hour < 1 || hour > 12) return wrong(`“${writtenOf(tokens, at, next)}” is no time of day`, next);
    const face = ((hour % 12) * 60 + minutes + 720) % 720;
    // Said of a clock's face, half past twelve is more likely noon than night.
    const isAfternoon = half === 'p' || (half === null && face < 60);
    const time = { hour: Math.floor(face / 60) + (isAfternoon ? 12 : 0), minute: face % 60, isExact: half !== null };
    return timeOf(tokens, at, next, time);
  }
  return null;
}

function timeOf(
  tokens: readonly Token[],
  at: number,
  next: number,
  time: { readonly hour: number; readonly minute: number; readonly isExact: boolean },
): Reading {
  return { part: { kind: 'time', ...time, written: writtenOf(tokens, at, next) }, next };
}

function wrong(why: string, next: number): Reading {
  return { part: { kind: 'wrong', why }, next };
}

function writtenOf(tokens: readonly Token[], at: number, next: number): string {
  return tokens
    .slice(at, next)
    .map(({ written }) => written)
    .join(' ');
}
