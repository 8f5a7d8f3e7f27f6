import { lexiconOf } from '#language/read-quantity.ts';
import bare from '../data/bare-answers.json' with { type: 'json' };
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { isMeasure } from '../is-measure.ts';
import { areBounds } from './have-other-counts.ts';
import { MOST_TIMES } from './is-other-measure.ts';
import type { Statement } from './read-statements.ts';

const SOUND = new Set(contrast.soundness);
const COPULAS = new Set(bare.copulas);
/** A score in words is a small one: of a court, of a match. */
const HIGHEST_SPELLED = 12;
const NUMBERS = new Map([...lexiconOf('en').small].filter(([, value]) => value <= HIGHEST_SPELLED));
const COUNT = `(\\d{1,3}|${[...NUMBERS.keys()].join('|')})`;
const SCORE = new RegExp(`\\b${COUNT}(?: votes?| seats?| points?)?(?: to |-|–)${COUNT}\\b`, 'iu');

/** In longer statements a figure or a judgement may be about something else than the first noun. */
const LONGEST_FIGURE_WORDS = 14;
const LONGEST_JUDGEMENT_WORDS = 8;

/** Right after each other, both speak of one thing, "unemployment would climb above 8 percent", "unemployment will peak at 6.9". */
export function haveSubjectFigures(a: Statement, b: Statement): boolean {
  if (Math.max(a.plain.length, b.plain.length) > LONGEST_FIGURE_WORDS || !haveOneSubject(a, b)) return false;
  const [ofA, ofB] = [a, b].map(({ figures }) =>
    figures.filter((figure) => figure.value !== null && isMeasure(figure)),
  );
  const [one, ...more] = ofA ?? [];
  const [other, ...others] = ofB ?? [];
  if (one === undefined || other === undefined || more.length + others.length > 0) return false;
  if ([...a.figures, ...b.figures].some(({ kind }) => kind === 'date')) return false;
  const times = (one.value ?? 0) / (other.value ?? 1);
  if (one.kind === 'number' || one.kind !== other.kind || one.unit !== other.unit) return false;
  return times !== 1 && times < MOST_TIMES && times > 1 / MOST_TIMES && !areBounds(one, a, other, b);
}

/** "The lead was not significant", "the lead was real": one holds for sound what the other does not. */
export function haveOtherJudgements(a: Statement, b: Statement): boolean {
  if (a.isNegated === b.isNegated || Math.max(a.plain.length, b.plain.length) > LONGEST_JUDGEMENT_WORDS) return false;
  const isJudged = ({ plain }: Statement) =>
    plain.some((word) => COPULAS.has(word)) && plain.some((word) => SOUND.has(word));
  return haveOneSubject(a, b) && isJudged(a) && isJudged(b);
}

/** "By seven votes to two", "the vote at six to three". */
export function haveOtherScores(a: Statement, b: Statement): boolean {
  const [one, other] = [scoreOf(a), scoreOf(b)];
  if (one === null || other === null) return false;
  return one.join() !== other.join() && b.words.size <= LONGEST_SCORE_WORDS;
}

/** Beside a score that only answers another there is little more than "vote". */
const LONGEST_SCORE_WORDS = 3;

function scoreOf({ text }: Statement): number[] | null {
  const found = SCORE.exec(text);
  return found === null ? null : [found[1] ?? '', found[2] ?? ''].map(numberOf);
}

function numberOf(word: string): number {
  return NUMBERS.get(word.toLowerCase()) ?? Number(word);
}

/** Their first word of content is one, and stands at the beginning of both. */
function haveOneSubject(a: Statement, b: Statement): boolean {
  const [one] = a.words;
  const [other] = b.words;
  return one !== undefined && one === other;
}
