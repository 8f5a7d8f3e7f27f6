import { type Span, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import type { Figure } from '#language/find-figures.ts';
import roundings from '../data/roundings.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { toldSentences } from '../support/told-sentences.ts';
import { hasLetters } from '../words/has-letters.ts';
import { isCutShort, isInDate, isSameFigure } from '../words/is-same-figure.ts';
import { joinFigures } from '../words/join-figures.ts';
import { findLetters, toLetters } from '../words/letters.ts';
import { type PlacedFigure, placeIn } from '../words/place-figures.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/**
 * Spelled numbers up to here ("one", "two sides", "the first") often count what the writer sees in the article, or are
 * no figure at all. Without them, nine in ten objections to figures agreed with people's judgement.
 */
const LARGEST_COUNTED = 12;

/** Each is compared with every figure of the article; a page of an almanac is no claim. */
const MOST_FIGURES = 500;

/** UTF-16 units of a text that are told where no single figure is at fault. */
const LONGEST_TOLD = 200;

const ROUNDINGS: ReadonlySet<string> = new Set(roundings);

/** Every figure stands in the article with the same value and unit, however it is spelled; "about" allows for rounding. */
export function checkFigures(subject: Subject, ground: Ground): Objection[] {
  const { text } = subject;
  const objections = objectTo(text, subject, ground);
  const joined = joinFigures(text);
  return objections.length === 0 || joined === text ? objections : objectTo(joined, subject, ground);
}

function objectTo(text: string, subject: Subject, ground: Ground): Objection[] {
  const figures = new Map(
    placeIn(text, ground.article.language)
      .filter((figure) => !isCounted(figure))
      .map((figure) => [`${figure.text} ${figure.counted}`, figure] as const),
  );
  if (figures.size > MOST_FIGURES) {
    const reason = `it holds more than the ${MOST_FIGURES} figures that are checked`;
    return [{ check: 'figures', text: text.slice(0, LONGEST_TOLD), reason }];
  }
  const reasons = new Map<string, string>();
  for (const figure of figures.values()) {
    const reason = reasonAgainst(figure, text, subject, ground);
    if (reason !== null && !reasons.has(figure.text)) reasons.set(figure.text, reason);
  }
  return [...reasons].map(([words, reason]) => ({ check: 'figures', text: words, reason }));
}

function reasonAgainst(figure: PlacedFigure, text: string, subject: Subject, ground: Ground): string | null {
  const { figures, letters, words } = ground;
  if (figure.value === null && findLetters(toLetters(figure.text).chars, letters) !== null) return null;
  const isRounded = hasRounding(text, figure.span);
  const isLeast = LEAST.test(beforeOf(text, figure.span));
  const same = figures.filter((given) =>
    figure.kind === 'date'
      ? given.kind === 'date' && isInDate(figure, given, words)
      : isSameFigure(figure, given, isRounded) || (isLeast && isCutShort(figure, given)),
  );
  const given = subject.evidence === null ? [] : (toldSentences(subject, ground)[0]?.given ?? []);
  if (same.length === 0) return hasLetters(figure, given) ? null : `“${figure.text}” is not in the article`;
  const rival = findRival(figure, same, figures);
  if (rival === null || isToldToo(rival, text, ground)) return null;
  if (hasLetters(figure, given) && !given.some((one) => one.text.includes(rival.text))) return null;
  return `the article gives “${rival.text}” for this, not “${figure.text}”`;
}

/**
 * "24 places" where the article has "14 places", and its "24" is about something else: the same things counted
 * otherwise. Null where a figure of that value stands near the word that the claim counts.
 */
function findRival(
  { kind, unit, counted, near }: PlacedFigure,
  same: readonly PlacedFigure[],
  figures: readonly PlacedFigure[],
): PlacedFigure | null {
  if (kind !== 'number' || unit !== null || counted === null) return null;
  const isBeside = (given: PlacedFigure) => [...near].filter((word) => given.near.has(word)).length >= BESIDE;
  if (same.some((given) => given.near.has(counted) || isBeside(given))) return null;
  return figures.find((given) => given.kind === 'number' && given.counted === counted) ?? null;
}

/** "One puts it at 14 places, another at 24": both are told. "14 jobs and 24 places" has them the wrong way round. */
function isToldToo(rival: PlacedFigure, text: string, { article: { language } }: Ground): boolean {
  return placeIn(text, language).some(
    (one) => isSameFigure(one, rival, false) && (one.counted === null || one.counted === rival.counted),
  );
}

/** Words around two figures by which they tell of one thing, whatever stands right behind them: "105 (African) migrants". */
const BESIDE = 3;

function isCounted({ kind, text, value }: Figure): boolean {
  if (/\d/u.test(text)) return false;
  if (kind === 'number' || kind === 'ordinal') return value === null || Math.abs(value) <= LARGEST_COUNTED;
  return kind === 'duration' && value === 1;
}

/** "More than 500,000" may stand for 572,206. */
const LEAST = /(?<![\p{L}])(?:more than|over|above|upwards of|in excess of|at least) $/iu;

/** UTF-16 units before a figure in which "about" or "nearly" makes it a round one. */
const ROUNDING_REACH = 20;

function hasRounding(text: string, span: Span): boolean {
  const last = wordsOf(beforeOf(text, span)).slice(-2);
  return [...last, ...wordsOf(textAt(text, span))].some((word) => ROUNDINGS.has(word));
}

function beforeOf(text: string, { start }: Span): string {
  return textAt(text, { start: Math.max(0, start - ROUNDING_REACH), end: start });
}
