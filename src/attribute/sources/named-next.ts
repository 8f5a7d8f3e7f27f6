import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import type { Entity, Roster } from './entity.ts';
import { mentionsIn } from './memory.ts';
import { genderOf } from './noun-kind.ts';

/** How far into a sentence the name may stand behind a title or a role, in characters. */
const OPENING = 40;
/** "Ron Marl, 44, from …". */
const AGED = /^,\s(?:aged\s)?\d{1,3}(?=[,.\s])/;

/**
 * Who "a grandad who fought off a burglar" is at the front of a paragraph: the one with whose full name and age the next sentence begins.
 * Null where it begins otherwise.
 */
export function namedNext({ text, units, article }: Scan, roster: Roster, { start, end }: Span): Entity | null {
  const u = units.findLastIndex(({ span }) => span.start <= start);
  const [here, next] = [units[u], units[u + 1]];
  if (here === undefined || next === undefined || next.paragraph - here.paragraph > 1) return null;
  const isFront = start === here.span.start && article.paragraphs.some((paragraph) => paragraph.start === start);
  if (!isFront || !/^an?\s/i.test(text.slice(start, end))) return null;
  const [named] = mentionsIn(roster, next.span.start, next.span.start + OPENING);
  if (named === undefined || named.entity.kind === 'organization' || !named.entity.name.includes(' ')) return null;
  if (!AGED.test(text.slice(named.span.end, named.span.end + 16))) return null;
  const told = text
    .slice(start, end)
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .map(genderOf)
    .find((gender) => gender !== null);
  const isOther = told !== undefined && named.entity.gender !== null && named.entity.gender !== told;
  return isOther ? null : named.entity;
}
