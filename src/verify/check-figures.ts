import { type Span, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import type { Subject } from './check.ts';
import roundings from './data/roundings.json' with { type: 'json' };
import type { Ground } from './ground.ts';
import { joinFigures } from './join-figures.ts';
import { findLetters, toLetters } from './letters.ts';
import { isInDate, isSameFigure } from './match-figure.ts';
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
  for (const figure of findFigures(text, ground.article.language)) {
    if (seen.has(figure.text) || isCounted(figure) || isGiven(figure, text, ground)) continue;
    seen.add(figure.text);
    objections.push({ check: 'figures', text: figure.text, reason: `“${figure.text}” is not in the article` });
  }
  return objections;
}

function isCounted({ kind, text, value }: Figure): boolean {
  if (/\d/u.test(text)) return false;
  if (kind === 'number' || kind === 'ordinal') return value === null || Math.abs(value) <= LARGEST_COUNTED;
  return kind === 'duration' && value === 1;
}

function isGiven(figure: Figure, text: string, { figures, letters, words }: Ground): boolean {
  if (figure.value === null && findLetters(toLetters(figure.text).chars, letters) !== null) return true;
  if (figure.kind === 'date') return figures.some((given) => given.kind === 'date' && isInDate(figure, given, words));
  const isRounded = hasRounding(text, figure.span);
  return figures.some((given) => isSameFigure(figure, given, isRounded));
}

/** UTF-16 units before a figure in which "about" or "nearly" makes it a round one. */
const ROUNDING_REACH = 20;

function hasRounding(text: string, { start, end }: Span): boolean {
  const before = textAt(text, { start: Math.max(0, start - ROUNDING_REACH), end: start });
  const last = wordsOf(before).slice(-2);
  return [...last, ...wordsOf(textAt(text, { start, end }))].some((word) => ROUNDINGS.has(word));
}
