import { contentWords } from '#language/content-words.ts';
import type { Figure } from '#language/find-figures.ts';
import { alike } from '../alike.ts';
import { isMeasure } from '../is-measure.ts';
import { areBounds, countsItsOwn } from './have-other-counts.ts';
import { MOST_TIMES } from './is-other-measure.ts';
import type { Statement } from './read-statements.ts';

/** UTF-16 units; so many words are not longer. */
const REACH = 80;

/** Words on either side of a figure that tell what it is a figure of. */
const BESIDE = 5;

/** With more figures than this a statement is a table, and none of them answers another. */
const MOST_FIGURES = 2;

/**
 * Whether both statements give a figure of the same kind and unit and have none in common. Counts must count the same
 * thing; where the second answers the first (`isAnswer`: "the true figure was 63"), a bare number fits every count.
 */
export function haveOtherFigures(a: Statement, b: Statement, isAnswer: boolean): boolean {
  if (a.figures.length > MOST_FIGURES || b.figures.length > MOST_FIGURES) return false;
  if (countsItsOwn(a) || countsItsOwn(b)) return false;
  if (!isAnswer && timesOf(a) !== timesOf(b)) return false;
  const pairs = a.figures.flatMap((one) => b.figures.map((other) => ({ one, other })));
  if (pairs.some(({ one, other }) => one.value === other.value)) return false;
  return pairs.some(({ one, other }) => {
    if (one.value === null || other.value === null || !isMeasure(one) || !isMeasure(other)) return false;
    if (isAnswer && isBare(other, b)) return !areBounds(one, a, other, b);
    if (one.kind !== other.kind || one.unit !== other.unit) return false;
    if (isAnswer) return one.kind !== 'number' || countedBy(one, a) === countedBy(other, b);
    const times = one.value / other.value;
    if (times > MOST_TIMES || times < 1 / MOST_TIMES || areBounds(one, a, other, b)) return false;
    if (one.kind === 'number' && countedBy(one, a) !== countedBy(other, b)) return false;
    const beside = besideOf(other, b);
    return besideOf(one, a).some((word) => beside.some((next) => alike(word, next) > 0));
  });
}

/** Stems of the words around a figure: "99% of car owners qualify", "save up to 40%" are figures of two things. */
function besideOf({ span }: Figure, { text }: Statement): string[] {
  const before = text
    .slice(Math.max(0, span.start - REACH), span.start)
    .split(/\s+/u)
    .slice(-BESIDE);
  const behind = text
    .slice(span.end, span.end + REACH)
    .split(/\s+/u)
    .slice(0, BESIDE + 1);
  return contentWords([...before, ...behind].join(' '), 'en');
}

/** "Since 2020", "on Friday": the figure of another time is no other figure. */
function timesOf({ figures, plain }: Statement): number {
  return figures.filter(({ kind }) => kind === 'date').length + (plain.includes('since') ? 1 : 0);
}

function isBare(figure: Figure, statement: Statement): boolean {
  return figure.kind === 'number' && countedBy(figure, statement) === '';
}

/** The word right after a count: "37 reports". */
function countedBy({ span }: Figure, { text }: Statement): string {
  return /^[^\p{L}.,;]{0,3}(\p{L}{1,40})/u.exec(text.slice(span.end, span.end + 60))?.[1]?.toLowerCase() ?? '';
}
