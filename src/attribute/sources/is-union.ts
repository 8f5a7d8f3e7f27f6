import metonyms from '../data/metonyms-en.json' with { type: 'json' };
import type { Entity } from './entity.ts';
import { isUnionOfStates } from './is-house.ts';

const WORDS: ReadonlySet<string> = new Set(metonyms.unions);
/** ", the metalworkers’ union", ", which is the largest union": what is told behind its name. */
const BEHIND = /^,? (?:an?|the|its|which|who)\b[^.;“”"]{0,50}\bunion\b/u;
/** ", which represents the crews", "ASVE members": what only a union has and does. */
const MEMBERS = new RegExp(
  `^(?:[’']s)? (?:${metonyms.unionMembers.join('|')})\\b|^,? (?:(?:which|that|who) )?represent(?:s|ed|ing)\\b`,
  'u',
);
/** "The union ASVE", "members of ASVE". */
const BEFORE = /\b(?:union,?|members of(?: the)?|general secretary of(?: the)?) $/u;
const BEHIND_REACH = 70;
const BEFORE_REACH = 26;

/** Whether a body may be "the union": by its name, or because the article says so beside it. No firm and no ministry is. */
export function isUnion(text: string, { name, mentions }: Entity): boolean {
  if (isUnionOfStates(name)) return false;
  if (
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => WORDS.has(word))
  )
    return true;
  return mentions.some(
    ({ span: { start, end } }) =>
      [BEHIND, MEMBERS].some((sign) => sign.test(text.slice(end, end + BEHIND_REACH))) ||
      BEFORE.test(text.slice(Math.max(0, start - BEFORE_REACH), start)),
  );
}
