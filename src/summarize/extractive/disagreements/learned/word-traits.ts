import { onceFor } from '#core/once-for.ts';
import words from '../../data/pair-words.json' with { type: 'json' };
import { haveOpposites } from '../have-opposites.ts';
import { negatedWords } from '../negated-words.ts';
import { overlapOf, PLAIN } from '../overlap-of.ts';
import type { Statement } from '../read-statements.ts';
import { commonWords, isSaid, takesUp } from '../takes-up.ts';
import type { Pair } from './pair.ts';
import { nearness, stepOf } from './place-traits.ts';

const BEFORE = new Set(words.before);
const JOINING = new Set(words.joining);
const WITHIN = new Set(words.within);

const negatedIn = onceFor(({ text }: Statement) => negatedWords(text, 'en'));

/** How the two are said: by which verbs, behind which small words, with a "no" or without. */
export function wordTraits({ first, second, lead, neighbours, clash }: Pair): string[] {
  const near = nearness(second.place - first.place);
  const order = neighbours.isLast ? 'last' : neighbours.isNext ? 'next' : 'past others';
  const denies = (name: string, { attribution: { stance } }: Statement) =>
    stance === 'denies' ? [`${name} denies`, `${name} denies ${near}`, `${name} denies ${order}`] : [];
  const nos = `no ${first.isNegated ? 1 : 0}${second.isNegated ? 1 : 0}`;
  const joint = lead.find((word) => JOINING.has(word)) ?? '';
  return [
    ...denies('first', first),
    ...denies('second', second),
    `first ${verbOf(first)}`,
    `second ${verbOf(second)}`,
    ...namesOf(lead, BEFORE).map((word) => `before: ${word}`),
    ...(first.place === second.place ? [`joined by ${joint}`] : []),
    ...namesOf(first.plain, WITHIN).map((word) => `within first: ${word}`),
    ...namesOf(second.plain, WITHIN).map((word) => `within: ${word}`),
    nos,
    `${nos} ${near}`,
    ...(isAsked(first) ? ['first asks'] : []),
    ...(isAsked(second) ? ['second asks'] : []),
    ...(clash === null ? [] : ['rule', `rule: ${clash}`]),
  ];
}

/** How much of one matter the two are. */
export function matterTraits({ first, second, passages, neighbours, isRare }: Pair): string[] {
  const near = nearness(second.place - first.place);
  const all = commonWords(first, second).filter((word) => !PLAIN.has(word));
  const common = `common ${Math.min(3, all.length)}`;
  const isOneNo = first.isNegated !== second.isNegated;
  const related = [...first.words].filter((word) => !PLAIN.has(word) && isSaid(word, second)).length;
  const around = [...second.words].filter((word) => passages[0].words.has(word)).length;
  return [
    common,
    `${common} ${near}`,
    `overlap ${stepOf(overlapOf(first, second, neighbours), [0.01, 0.15, 0.3, 0.5])}`,
    ...(isOneNo ? [`one no, ${common} ${near}`] : []),
    ...(second.attribution.stance === 'denies' ? [`second denies, ${common}`] : []),
    `related ${Math.min(3, related)}`,
    `around ${Math.min(3, around)}`,
    ...([...first.words].some((word) => second.words.has(word) && isRare(word)) ? ['rare'] : []),
    ...(takesUp(first, second) ? ['takes up'] : []),
    ...(isOneNo && isTurned(first, second) ? ['turned', `turned ${near}`] : []),
    ...(haveOpposites(first, second) ? ['opposites', `opposites ${near}`] : []),
  ];
}

function isTurned(first: Statement, second: Statement): boolean {
  const [no, yes] = first.isNegated ? [first, second] : [second, first];
  return [...negatedIn(no)].some((word) => isSaid(word, yes));
}

function verbOf({ attribution: { verb } }: Statement): string {
  return verb?.toLowerCase() ?? 'none';
}

function namesOf(plain: readonly string[], names: ReadonlySet<string>): string[] {
  return [...new Set(plain)].filter((word) => names.has(word));
}

function isAsked({ text }: Statement): boolean {
  return /\?["”’']?\s*$/u.test(text);
}
