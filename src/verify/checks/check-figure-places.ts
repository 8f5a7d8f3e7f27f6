import type { Objection } from '#core/claim.ts';
import type { Figure } from '#language/find-figures.ts';
import type { Ground } from '../ground.ts';
import { sentencesOf } from '../sentences-of.ts';
import { retoldBy, sentenceAt } from '../support/retold-by.ts';
import { figuresOf } from '../words/figures-of.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** With more figures than this a sentence is a table, and every pair of them is compared. */
const MOST_FIGURES = 8;

/** UTF-16 units on either side of a figure in which its neighbours stand. */
const REACH = 40;

/** A measure, and the words right before and after it; empty at the sentence's ends. */
type Placed = { readonly figure: Figure; readonly before: string; readonly after: string };

/**
 * Two figures of the sentence that is retold have not changed places: "14 of the 62 houses" is not "62 of the 14
 * houses". Plain cases only: each stands where the other stood, between the other's neighbours, and not in its own place.
 */
export function checkFigurePlaces({ text }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  for (const sentence of sentencesOf(text, language)) {
    const claimed = placedIn(sentence, language);
    if (claimed.length < 2) continue;
    const told = retoldBy(sentence, ground).map((index) => placedIn(sentenceAt(index, ground), language));
    const pair = pairsOf(claimed).find(([one, other]) => areSwapped(one, other, told));
    if (pair === undefined) continue;
    const [one, other] = pair;
    const words = `${one.figure.text} … ${other.figure.text}`;
    const reason = `the article has “${one.figure.text}” and “${other.figure.text}” each in the other’s place`;
    return [{ check: 'figures', text: words, reason }];
  }
  return [];
}

/** Two different measures of one kind. "30 and 40 boats" may be told in either order. */
function pairsOf(placed: readonly Placed[]): (readonly [Placed, Placed])[] {
  return placed.flatMap((one, at) =>
    placed
      .slice(at + 1)
      .filter(({ figure }) => figure.kind === one.figure.kind && !isSame(figure, one.figure))
      .filter(({ before }) => !(PAIRING.has(one.after) && PAIRING.has(before)))
      .map((other) => [one, other] as const),
  );
}

/** In the one sentence that has both, or in every one that has. */
function areSwapped(one: Placed, other: Placed, told: readonly (readonly Placed[])[]): boolean {
  const places = told
    .map((given) => [
      given.filter(({ figure }) => isSame(figure, one.figure)),
      given.filter(({ figure }) => isSame(figure, other.figure)),
    ])
    .filter((found) => found.every(({ length }) => length > 0));
  const isSwapped = ([ones = [], others = []]: readonly (readonly Placed[])[]): boolean => {
    const [oneGiven] = ones;
    const [otherGiven] = others;
    if (oneGiven === undefined || otherGiven === undefined || ones.length + others.length > 2) return false;
    if (isBeside(one, oneGiven) || isBeside(other, otherGiven)) return false;
    return standsFor(one, otherGiven) && standsFor(other, oneGiven);
  };
  return places.length > 0 && places.every(isSwapped);
}

/** It has a neighbour that it has in the article too. */
function isBeside(claimed: Placed, given: Placed): boolean {
  return isSameWord(claimed.before, given.before) || isSameWord(claimed.after, given.after);
}

/** Neighbours that tell no place. */
const PAIRING = new Set(['and', 'or', '']);

function standsFor(claimed: Placed, given: Placed): boolean {
  return (
    (isSameWord(claimed.before, given.before) && !PAIRING.has(claimed.before)) ||
    (isSameWord(claimed.after, given.after) && !PAIRING.has(claimed.after))
  );
}

function isSameWord(one: string, other: string): boolean {
  return one !== '' && one === other;
}

function isSame(one: Figure, other: Figure): boolean {
  return one.kind === other.kind && one.value === other.value && one.unit === other.unit;
}

function placedIn(sentence: string, language: string): Placed[] {
  return figuresOf(sentence, language)
    .filter(({ kind, value }) => value !== null && (kind === 'number' || kind === 'money' || kind === 'percent'))
    .slice(0, MOST_FIGURES)
    .map((figure) => {
      const { start, end } = figure.span;
      return {
        figure,
        before: plainWords(sentence.slice(Math.max(0, start - REACH), start)).at(-1) ?? '',
        after: plainWords(sentence.slice(end, end + REACH))[0] ?? '',
      };
    });
}
