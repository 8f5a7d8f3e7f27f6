import type { Name } from '#language/find-names.ts';
import { isHouse, isJoinedBody } from './is-house.ts';

/** "Dockers’ ", "Keim Harbour Workers’ " right before a name. */
const OWNERS = /(?:\p{Lu}[\p{L}-]+ ){0,3}\p{Lu}[\p{L}-]+s[’'] $/u;
const OWNERS_REACH = 60;

/** "The Dockers’ Union" is one name, which its apostrophe does not part: otherwise it would be called "Union". */
export function joinOwned(text: string, names: readonly Name[]): Name[] {
  const joined: Name[] = [];
  for (const name of names) {
    const before = text.slice(Math.max(0, name.span.start - OWNERS_REACH), name.span.start);
    const owners = isJoinedBody(name.text.split(' ')[0] ?? '')
      ? (OWNERS.exec(before)?.[0].replace(/^The /, '') ?? '')
      : '';
    // "Downing | Street": a first word that looks like a verb at the front of its sentence.
    const first = /\p{Lu}\p{L}+ $/u.exec(before)?.[0] ?? '';
    const missed = owners !== '' ? owners : isHouse(`${first}${name.text}`) ? first : '';
    if (missed === '') {
      joined.push(name);
      continue;
    }
    const span = { start: name.span.start - missed.length, end: name.span.end };
    while ((joined.at(-1)?.span.end ?? 0) > span.start) joined.pop();
    joined.push({ span, text: text.slice(span.start, span.end), kind: 'organization' });
  }
  return joined;
}
