import connectives from './data/connectives.json' with { type: 'json' };
import phrases from './data/days.json' with { type: 'json' };
import { createLookUp } from './look-up.ts';
import type { Reading } from './part.ts';
import type { Token } from './token.ts';

/** A name of days to its days: each digit of a key is a day. */
const NAMES = createLookUp(
  Object.entries(phrases).flatMap(([digits, names]) => names.map((name) => [name, [...digits].map(Number)] as const)),
);
const TO = createLookUp(connectives.to.map((word) => [word, true] as const));

/** Every name of days, folded. */
export const DAY_NAMES = NAMES.phrases;

/** Days by one name ("Mon", "weekends", "täglich"), or a range of two ("Mon-Fri", "vendredi au lundi"). */
export function readDays(tokens: readonly Token[], at: number): Reading | null {
  const first = NAMES.find(tokens, at);
  if (first === null) return null;
  const second = readAfterTo(tokens, first.next);
  const days = second === null ? null : daysBetween(first.value, second.value);
  if (second === null || days === null) return { part: { kind: 'days', days: first.value }, next: first.next };
  const third = readAfterTo(tokens, second.next);
  if (third === null) return { part: { kind: 'days', days }, next: second.next };
  return { part: { kind: 'unknown', start: tokens[at]?.start ?? 0, end: third.end }, next: third.next };
}

/** The name of days after a word or a dash that says "until". */
function readAfterTo(tokens: readonly Token[], at: number) {
  // A dash is a sign and no word, so the phrases know nothing of it.
  const to = tokens[at]?.folded === '-' ? { next: at + 1 } : TO.find(tokens, at);
  const found = to === null ? null : NAMES.find(tokens, to.next);
  return found === null ? null : { ...found, end: tokens[found.next - 1]?.end ?? 0 };
}

/** From one day to another, over Sunday if need be. "Mon-Mon" is one day or a week and a day: nobody can tell. */
function daysBetween([from, ...others]: readonly number[], [until, ...more]: readonly number[]): number[] | null {
  if (from === undefined || until === undefined || from === until || others.length + more.length > 0) return null;
  const length = ((until - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((from - 1 + step) % 7) + 1);
}
