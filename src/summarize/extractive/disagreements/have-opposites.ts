import antonyms from '../data/antonyms.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

const ANTONYMS = antonymsOf(antonyms);
const ENDS_OF_TIMES = new Set(['until', 'till', 'from', 'since', 'before', 'after', 'by']);

/** Whether one statement holds a word and the other its opposite: "will open", "will stay shut". Both or neither negated. */
export function haveOpposites(a: Statement, b: Statement): boolean {
  if (a.isNegated !== b.isNegated || areOfOtherDays(a, b)) return false;
  const words = new Set(b.plain.flatMap((word) => bases(word)));
  return a.plain.some((word) =>
    bases(word).some((base) => [...(ANTONYMS.get(base) ?? [])].some((other) => words.has(other))),
  );
}

/** "Closed on Monday", "open on Friday": each is true on its day. With "until" or "from" a day is the end of a time, and may clash. */
function areOfOtherDays(a: Statement, b: Statement): boolean {
  const days = (statement: Statement) =>
    statement.figures.flatMap(({ kind, unit }) => (kind === 'date' ? (unit ?? []) : []));
  const [ofA, ofB] = [days(a), days(b)];
  const isTime = ({ plain }: Statement) => plain.some((word) => ENDS_OF_TIMES.has(word));
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((day) => ofB.includes(day)) && !isTime(a) && !isTime(b);
}

/** The word and what it may be a form of; a wrong guess is in no word list. */
function bases(word: string): string[] {
  return [
    word,
    word.replace(/(?:s|es|d|ed|ing)$/u, ''),
    word.replace(/(?:ed|ing)$/u, 'e'),
    word.replace(/(?:ed|ing)$/u, ''),
    word.replace(/(?:ies|ied)$/u, 'y'),
    word.replace(/es$/u, ''),
  ];
}

function antonymsOf(pairs: readonly (readonly string[])[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  const add = (one: string, other: string) => all.set(one, (all.get(one) ?? new Set()).add(other));
  for (const [one, other] of pairs) {
    if (one === undefined || other === undefined) continue;
    add(one, other);
    add(other, one);
  }
  return all;
}
