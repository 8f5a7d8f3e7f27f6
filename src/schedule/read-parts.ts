import connectives from './data/connectives.json' with { type: 'json' };
import { createLookUp } from './look-up.ts';
import type { Part, Reader, Reading } from './part.ts';
import { readDaypart } from './read-daypart.ts';
import { readDays } from './read-days.ts';
import { readTime } from './read-time.ts';
import { readZone } from './read-zone.ts';
import type { Token } from './token.ts';

const NOTHING = createLookUp(connectives.nothing.map((phrase) => [phrase, true] as const));
const EXCEPT = createLookUp(connectives.except.map((phrase) => [phrase, true] as const));
const AND: ReadonlySet<string> = new Set(connectives.and);

/** Each kind of part, with the words that may stand before it and say nothing: "on Monday", "at 8", "in Berlin". */
const KINDS: readonly { readonly read: Reader; readonly leads: ReadonlySet<string> }[] = [
  { read: readDays, leads: new Set(connectives.days) },
  { read: readTime, leads: new Set(connectives.time) },
  { read: readZone, leads: new Set(connectives.zone) },
  { read: readDaypart, leads: new Set(connectives.daypart) },
  { read: readNothing, leads: new Set() },
];

/** Steps that no week has: "every 2 weeks", "alle zwei Wochen", "every other Monday". */
const STEPS =
  /^(?:every|each|alle|jede[nr]?|tous les|toutes les) (?:\d+|other|second|2nd|third|3rd|two|zwei|zweiten?|deux) \S+/;
const LONGEST_STEP = 4;

/** What the words of a schedule say, in order. Every word belongs to a part; what says nothing that we know is `unknown`. */
export function readParts(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < tokens.length; ) {
    const before = parts.findLast(({ kind }) => kind !== 'nothing') ?? null;
    const { part, next } = readPart(tokens, at, before) ?? readUnknown(tokens, at, at + 1);
    // "every day except Friday and Saturday": the days go on being taken away.
    parts.push(part.kind === 'days' && before?.kind === 'except' ? { ...part, kind: 'except' } : part);
    at = next;
  }
  return parts;
}

/** The longest reading wins: "7 days a week" is no time, "7" alone is one. */
function readPart(tokens: readonly Token[], at: number, before: Part | null): Reading | null {
  const readings = [
    readStep(tokens, at),
    ...KINDS.map(({ read }) => read(tokens, at)),
    ...KINDS.map(({ read, leads }) => readAfterLeads(tokens, at, read, leads)),
    readExcept(tokens, at),
    readJoined(tokens, at, before),
  ];
  let longest: Reading | null = null;
  for (const reading of readings) if (reading !== null && reading.next > (longest?.next ?? at)) longest = reading;
  return longest;
}

function readAfterLeads(tokens: readonly Token[], at: number, read: Reader, leads: ReadonlySet<string>) {
  let next = at;
  while (leads.has(tokens[next]?.folded ?? '')) next++;
  return next === at ? null : read(tokens, next);
}

function readExcept(tokens: readonly Token[], at: number): Reading | null {
  const found = EXCEPT.find(tokens, at);
  const reading = found === null ? null : readPart(tokens, found.next, null);
  return reading?.part.kind === 'days' ? { part: { ...reading.part, kind: 'except' }, next: reading.next } : null;
}

/**
 * "And" joins two parts of one kind. A dash parts what differs ("weekdays - 08:00 - Berlin"); between days it would be a range, and a
 * range that `readDays` did not read ("Mon-Wed-Fri") is none.
 */
function readJoined(tokens: readonly Token[], at: number, before: Part | null): Reading | null {
  const word = tokens[at]?.folded ?? '';
  if (before === null || before.kind === 'unknown' || !(AND.has(word) || word === '-')) return null;
  const reading = readPart(tokens, at + 1, null);
  if (reading === null) return null;
  const wasDays = before.kind === 'days' || before.kind === 'except';
  const isDays = reading.part.kind === 'days';
  if (word === '-') return wasDays && isDays ? null : reading;
  return reading.part.kind === before.kind || reading.part.kind === 'wrong' || (wasDays && isDays) ? reading : null;
}

function readNothing(tokens: readonly Token[], at: number): Reading | null {
  const found = NOTHING.find(tokens, at);
  return found === null ? null : { part: { kind: 'nothing' }, next: found.next };
}

function readStep(tokens: readonly Token[], at: number): Reading | null {
  const words = tokens.slice(at, at + LONGEST_STEP).map(({ folded }) => folded);
  const found = STEPS.exec(words.join(' '));
  return found === null ? null : readUnknown(tokens, at, at + found[0].split(' ').length);
}

function readUnknown(tokens: readonly Token[], at: number, next: number): Reading {
  return {
    part: { kind: 'unknown', start: tokens[at]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 },
    next,
  };
}
