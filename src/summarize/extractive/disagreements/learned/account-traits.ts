import words from '../../data/pair-words.json' with { type: 'json' };
import type { Statement } from '../read-statements.ts';
import type { Pair } from './pair.ts';
import { nearness, stepOf } from './place-traits.ts';

/** What a word tells of how a statement speaks: of what was, is, will, should or could be. */
const MODES: ReadonlyMap<string, string> = new Map(
  Object.entries(words.modes).flatMap(([mode, all]) => all.map((word) => [word, mode] as const)),
);

/** Words for when something was, by what they tell: the hour, the day, the month, what came first. */
const TIMES = Object.entries(words.times).map(([name, all]) => ({ name, words: new Set(all) }));

/** Words of a statement; a short one rarely brings a matter of its own. */
const LENGTHS = [5, 12, 20];

/** What kind of account the two give: of what was or of what is to be, of which times, and how long they are. */
export function accountTraits({ first, second, besides }: Pair): string[] {
  const near = nearness(second.place - first.place);
  const modes = `modes ${modeOf(first)} ${modeOf(second)}`;
  return [
    modes,
    `${modes} ${near}`,
    ...TIMES.flatMap((time) => timeTraits(time, first, second, near)),
    `clashes besides ${stepOf(besides.clashes, [1, 2, 4])}`,
    `denials besides ${stepOf(besides.denials, [1, 2, 4])}`,
    `first long ${stepOf(first.plain.length, LENGTHS)}`,
    `second long ${stepOf(second.plain.length, LENGTHS)}`,
  ];
}

/** By its first word that tells; "to" begins what is asked for or promised. */
function modeOf({ plain }: Statement): string {
  const told = plain.find((word) => MODES.has(word));
  return told === undefined ? (plain[0] === 'to' ? 'to' : 'bare') : (MODES.get(told) ?? '');
}

/** Whether one, or both, tell when; and then whether of one time. */
function timeTraits(
  { name, words: telling }: (typeof TIMES)[number],
  first: Statement,
  second: Statement,
  near: string,
): string[] {
  const [one, other] = [first, second].map(({ plain }) => plain.filter((word) => telling.has(word)));
  if (one === undefined || other === undefined || one.length + other.length === 0) return [];
  if (one.length === 0 || other.length === 0) return [`${name} in one`];
  return one.some((word) => other.includes(word)) ? [`one ${name}`] : [`other ${name}`, `other ${name} ${near}`];
}
