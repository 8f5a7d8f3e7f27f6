import { type Span, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import type { Figure } from '#language/find-figures.ts';
import type { Subject } from './check.ts';
import roundings from './data/roundings.json' with { type: 'json' };
import type { Ground } from './ground.ts';
import { isInDate, isSameFigure } from './is-same-figure.ts';
import { joinFigures } from './join-figures.ts';
import { findLetters, toLetters } from './letters.ts';
import { type PlacedFigure, placeIn } from './place-figures.ts';
import { wordsOf } from './words-of.ts';

/**
 * Spelled numbers up to here ("one", "two sides", "the first") often count what the writer sees in the article, or are
 * no figure at all; the same rule kept the false alarms of ../shared/notes/faithfulness.md at one in ten.
 */
const LARGEST_COUNTED = 12;

const ROUNDINGS: ReadonlySet<string> = new Set(roundings);

/** Every figure stands in the article with the same value and unit, however it is spelled; "about" allows for rounding. */
export function checkFigures({ text }: Subject, ground: Ground): Objection[] {
  const objections = objectTo(text, ground);
  const joined = joinFigures(text);
  return objections.length === 0 || joined === text ? objections : objectTo(joined, ground);
}

function objectTo(text: string, ground: Ground): Objection[] {
  const objections: Objection[] = [];
  const seen = new Set<string>();
  for (const figure of placeIn(text, ground.article.language)) {
    const reason = seen.has(figure.text) || isCounted(figure) ? null : reasonAgainst(figure, text, ground);
    if (reason === null) continue;
    seen.add(figure.text);
    objections.push({ check: 'figures', text: figure.text, reason });
  }
  return objections;
}

function reasonAgainst(figure: PlacedFigure, text: string, { figures, letters, words }: Ground): string | null {
  if (figure.value === null && findLetters(toLetters(figure.text).chars, letters) !== null) return null;
  const isRounded = hasRounding(text, figure.span);
  const same = figures.filter((given) =>
    figure.kind === 'date'
      ? given.kind === 'date' && isInDate(figure, given, words)
      : isSameFigure(figure, given, isRounded),
  );
  if (same.length === 0) return `“${figure.text}” is not in the article`;
  const rival = findRival(figure, same, figures);
  return rival === null ? null : `the article gives “${rival.text}” for this, not “${figure.text}”`;
}

/**
 * "24 places" where the article has "14 places", and its "24" is about something else: the same things counted
 * otherwise. Null where a figure of that value stands near the word that the claim counts.
 */
function findRival(
  { kind, unit, counted }: PlacedFigure,
  same: readonly PlacedFigure[],
  figures: readonly PlacedFigure[],
): PlacedFigure | null {
  if (kind !== 'number' || unit !== null || counted === null) return null;
  if (same.some((given) => given.near.has(counted))) return null;
  return figures.find((given) => given.kind === 'number' && given.counted === counted) ?? null;
}

function isCounted({ kind, text, value }: Figure): boolean {
  if (/\d/u.test(text)) return false;
  if (kind === 'number' || kind === 'ordinal') return value === null || Math.abs(value) <= LARGEST_COUNTED;
  return kind === 'duration' && value === 1;
}

/** UTF-16 units before a figure in which "about" or "nearly" makes it a round one. */
const ROUNDING_REACH = 20;

function hasRounding(text: string, { start, end }: Span): boolean {
  const before = textAt(text, { start: Math.max(0, start - ROUNDING_REACH), end: start });
  const last = wordsOf(before).slice(-2);
  return [...last, ...wordsOf(textAt(text, { start, end }))].some((word) => ROUNDINGS.has(word));
}
