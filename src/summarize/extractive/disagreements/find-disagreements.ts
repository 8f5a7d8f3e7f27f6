import type { Article } from '#core/article.ts';
import { areWithin } from '#core/article.ts';
import type { Disagreement } from '#core/briefing.ts';
import { isEnglish } from '#language/is-english.ts';
import type { Passage } from '../read-passages.ts';
import { cannotDiffer } from './cannot-differ.ts';
import { chanceOfDifference, type DifferenceModel, describePair, LEARNED } from './learned/chance-of-difference.ts';
import type { Pair } from './learned/pair.ts';
import { nameMatter } from './name-matter.ts';
import type { Statement } from './read-statements.ts';

/** More differences than this are a debate, not a list. */
const MOST_DISAGREEMENTS = 8;

/** Sentences over which what one says may answer what another does with no word that tells. Marked differences are seldom wider. */
const REACH = 6;

/**
 * Told from this chance on, where no rule finds the difference. Of ten that are told seven are marked so in articles that nobody read;
 * from 0.33 on more are found, and four of ten that are told only stand beside each other.
 */
const TOLD_FROM = 0.45;

/** A difference that a rule finds goes before those that are only likely. */
const BY_RULE = 1;

/** `chance`: of the surest of its pairs. */
type Group = { readonly members: Statement[]; chance: number };

/**
 * Where two sources cannot both be right: by a rule, or likely so by what was learned; by rules alone where `model` is null. What belongs
 * together by a common statement is one difference.
 */
export function findDisagreements(
  pairs: readonly Pair[],
  article: Article,
  passages: readonly Passage[],
  model: DifferenceModel | null = LEARNED,
): Disagreement[] {
  const groups: Group[] = [];
  const [ruled, open] = partition(pairs, ({ clash }) => clash !== null);
  for (const pair of ruled) join(groups, pair, BY_RULE);
  // What is only likely adds no side to what is sure, for it may be about another matter.
  const settled = new Set(groups.flatMap(({ members }) => members));
  for (const pair of open) {
    if (settled.has(pair.first) || settled.has(pair.second)) continue;
    const chance = likelyChance(pair, article.language, model);
    if (chance >= TOLD_FROM) join(groups, pair, chance);
  }
  const surest = new Set(groups.toSorted((a, b) => b.chance - a.chance).slice(0, MOST_DISAGREEMENTS));
  // What rules find is told first; all else in the order of the text.
  return groups
    .filter((group) => surest.has(group))
    .toSorted((a, b) => Number(b.chance === BY_RULE) - Number(a.chance === BY_RULE))
    .map(({ members }) => ({ about: nameMatter(members, passages, article), sides: sidesOf(members) }));
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** Of two statements that no rule sets against each other; 0 where they are one account, too far apart, or not in English. */
function likelyChance(pair: Pair, language: string, model: DifferenceModel | null): number {
  if (model === null || !isEnglish(language) || !isComparable(pair)) return 0;
  return chanceOfDifference(describePair(pair), model);
}

/** Near enough, and about what may be one thing. What someone is said to have said, inside what another says, is one account and not two. */
export function isComparable({ first, second }: Pair): boolean {
  const [one, other] = [first.attribution.content, second.attribution.content];
  if (second.place - first.place > REACH || areWithin(one, other) || areWithin(other, one)) return false;
  return !cannotDiffer(first, second);
}

/** Two statements go to the group that holds one of them; a difference joins others by a common statement. */
function join(groups: Group[], { first, second }: Pair, chance: number): void {
  const group = groups.find(({ members }) => members.includes(first) || members.includes(second));
  if (group === undefined) {
    groups.push({ members: [first, second], chance });
    return;
  }
  group.members.push(...[first, second].filter((statement) => !group.members.includes(statement)));
  group.chance = Math.max(group.chance, chance);
}

/** One side for each source, in the order in which they speak. */
function sidesOf(members: readonly Statement[]): Disagreement['sides'] {
  const bySource = Map.groupBy(
    members.toSorted((a, b) => a.place - b.place),
    ({ attribution }) => attribution.source,
  );
  return [...bySource].map(([source, own]) => ({
    source,
    attributions: own.map(({ attribution }) => attribution.id),
  }));
}
