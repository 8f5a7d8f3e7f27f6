import type { Article } from '#core/article.ts';
import { areWithin } from '#core/article.ts';
import type { Disagreement } from '#core/briefing.ts';
import type { Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import type { Passage } from '../read-passages.ts';
import { clashOf } from './clash-of.ts';
import { nameMatter } from './name-matter.ts';
import { readStatements, type Statement } from './read-statements.ts';

/** Every statement is compared with every other, so that their number needs a cap; long articles have some 60. */
const MOST_STATEMENTS = 200;

/** More differences than this are a debate, not a list. */
const MOST_DISAGREEMENTS = 6;

/** Stems of what an outlet does with what others say. */
const CHECKING = new Set(contentWords('verify confirm check corroborate', 'en'));

const ONE_OF_THEM = /^(?:one|two|both|another) of (?:them|the)\b/i;

/** Where two sources cannot both be right. What belongs together by a common statement is one difference. */
export function findDisagreements(
  article: Article,
  testimony: Testimony,
  passages: readonly Passage[],
): Disagreement[] {
  const statements = readStatements(article, testimony, passages, MOST_STATEMENTS);
  const weights = weighWords(passages);
  const groups: Statement[][] = [];
  const sources = new Map(testimony.sources.map((source) => [source.id, source]));
  /** "Two porters said …. “…,” one of them said": they are of one mind. */
  const isOneOf = (one: Statement, other: Statement) =>
    sources.get(one.attribution.source)?.kind === 'group' &&
    ONE_OF_THEM.test(sources.get(other.attribution.source)?.name ?? '');
  for (const [at, one] of statements.entries()) {
    const between = new Set<string>();
    let isLast = true;
    for (const other of statements.slice(at + 1)) {
      const isOther = other.attribution.source !== one.attribution.source;
      const isNext = [...between].every((source) => source === other.attribution.source);
      if (
        isOther &&
        !isUnsettled(one) &&
        !(isLast && isOneOf(one, other)) &&
        !isUnsettled(other) &&
        clashOf(one, other, { isNext, isLast, weights }) !== null
      )
        join(groups, one, other);
      const isRelayed = isWithin(other, one) || isUnsettled(other);
      if (!isRelayed && isOther) between.add(other.attribution.source);
      isLast &&= isRelayed;
    }
  }
  return groups.slice(0, MOST_DISAGREEMENTS).map((group) => ({
    about: nameMatter(group, passages, article),
    sides: sidesOf(group),
  }));
}

/** A statement that another one relays does not stand between that and the next. */
function isWithin(inner: Statement, outer: Statement): boolean {
  return areWithin(inner.attribution.content, outer.attribution.content);
}

/** "The Courier could not verify that": it takes no side, and stands between nobody. */
function isUnsettled({ words, isNegated }: Statement): boolean {
  return isNegated && words.size === 1 && [...words].every((word) => CHECKING.has(word));
}

/** Two statements go to the group that holds one of them; a difference joins others by a common statement. */
function join(groups: Statement[][], one: Statement, other: Statement): void {
  const group = groups.find((members) => members.includes(one) || members.includes(other));
  if (group === undefined) groups.push([one, other]);
  else group.push(...[one, other].filter((statement) => !group.includes(statement)));
}

/** One side for each source, in the order in which they speak. */
function sidesOf(group: readonly Statement[]): Disagreement['sides'] {
  const bySource = Map.groupBy(
    group.toSorted((a, b) => a.place - b.place),
    ({ attribution }) => attribution.source,
  );
  return [...bySource].map(([source, members]) => ({
    source,
    attributions: members.map(({ attribution }) => attribution.id),
  }));
}

/** The rarer a word is in the article, the more two statements that share it have in common. */
function weighWords(passages: readonly Passage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of passages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + passages.length / count)]));
}
