import type { Name } from '#language/find-names.ts';
import { isFirstName } from './noun-kind.ts';

/** What somebody is called between first name and surname: “Tank”. */
const NICKNAME = /^ [“"‘'(][\p{L}][\p{L} .’'-]{1,24}[”"’')] $/u;
const LONGEST = 32;

/** "Eddie “Tank” Marl" is one name, written without what he is called. */
export function joinNicknames(text: string, names: readonly Name[]): Name[] {
  const joined: Name[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const inside = joined.at(-2);
    // The nickname itself may have been read as a name.
    const before = inside !== undefined && isBetween(text, inside, name) ? inside : last;
    if (before === undefined || !isBetween(text, before, name)) {
      joined.push(name);
      continue;
    }
    joined.splice(joined.indexOf(before));
    const span = { start: before.span.start, end: name.span.end };
    joined.push({ span, text: `${before.text} ${name.text}`, kind: 'person' });
  }
  return joined;
}

function isBetween(text: string, before: Name, after: Name): boolean {
  if (after.span.start - before.span.end > LONGEST || after.text.includes(' ')) return false;
  const first = before.text.split(' ').at(-1) ?? '';
  const between = text.slice(before.span.end, after.span.start);
  return NICKNAME.test(between) && (isFirstName(first) || !between.includes('('));
}
