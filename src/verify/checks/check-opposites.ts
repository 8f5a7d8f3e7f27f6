import type { Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { firstWhere } from '#core/first-where.ts';
import { onceFor } from '#core/once-for.ts';
import type { Figure } from '#language/find-figures.ts';
import negative from '../data/negative.json' with { type: 'json' };
import opposites from '../data/opposites.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { givenText, retoldSentences, type Told } from '../support/told-sentences.ts';
import { createFindCue, type FindCue } from '../words/cues.ts';
import { isSameFigure } from '../words/is-same-figure.ts';
import { placeIn } from '../words/place-figures.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

type Pair = readonly [FindCue, FindCue];

/** "Rose" and "fell", "won" and "lost". */
const PAIRS: readonly Pair[] = [...Object.entries(opposites.trends), ...listed(opposites.pairs)].map(pairOf);

/** "Acknowledged" and "denied". */
const STANCES: readonly Pair[] = listed(opposites.stances).map(pairOf);

const TRENDS: readonly Pair[] = PAIRS.slice(0, Object.keys(opposites.trends).length);

const findNegative = createFindCue(negative);

/**
 * What a point says is not the opposite of what its passages say: it has one side of a pair of opposites and they only the
 * other, or a figure that rises in the one falls in the other. Where either holds a "not" the two may say the same.
 */
export function checkOpposites(subject: Subject, ground: Ground): Objection[] {
  return retoldSentences(subject, ground)
    .flatMap((told) => [...objectToFigures(told, ground), ...objectToWords(told, ground)])
    .slice(0, 1);
}

function objectToWords({ text, stems, clauses, places }: Told, ground: Ground): Objection[] {
  const { language } = ground.article;
  const given = givenText(places, ground);
  const stance = objectToStance(text, given, language);
  if (stance !== null) return [stance];
  if (findNegative(text, language) !== null) return [];
  // A "not" of another clause turns nothing round here: "they deny it, but the accounts show a loss".
  const isTurned = (opposite: string) => {
    const own = clauses.filter((clause) => ` ${plainWords(clause.text).join(' ')} `.includes(` ${opposite} `));
    if (own.length === 0) return findNegative(given, language) !== null;
    return own.some(
      (clause) =>
        findNegative(clause.text, language) !== null || !clause.stems.values().some((stem) => stems.has(stem)),
    );
  };
  const found = oppositesIn(PAIRS, text, given, language).find(({ opposite }) => !isTurned(opposite));
  return found === undefined ? [] : [objection(found.said, found.opposite)];
}

/** "Denied" for "acknowledged": one of the two is negative by itself, and nothing else may be. */
function objectToStance(text: string, given: string, language: string): Objection | null {
  const found = oppositesIn(STANCES, text, given, language).find(
    ({ said, opposite }) => !isNegativeBut(said, text, language) && !isNegativeBut(opposite, given, language),
  );
  return found === undefined ? null : objection(found.said, found.opposite);
}

/** The words of pairs of which a text has one side alone and what it is held to the other alone. */
function* oppositesIn(pairs: readonly Pair[], text: string, given: string, language: string) {
  for (const [one, other] of pairs) {
    for (const [here, there] of [[one, other] as const, [other, one] as const]) {
      const said = here(text, language);
      if (said === null) continue;
      const opposite = there(given, language);
      if (opposite === null || there(text, language) !== null || here(given, language) !== null) continue;
      yield { said, opposite };
    }
  }
}

function isNegativeBut(word: string, text: string, language: string): boolean {
  return findNegative(plainWords(text).join(' ').replace(word, ' '), language) !== null;
}

function objectToFigures({ text, places }: Told, ground: Ground): Objection[] {
  const { language } = ground.article;
  const given = givenText(places, ground);
  const givenFigures = placeIn(given, language);
  const here = trendsBefore(text, language);
  const there = trendsBefore(given, language);
  for (const figure of placeIn(text, language)) {
    const told = here(figure);
    if (told === null) continue;
    const trends = givenFigures.filter((one) => isSameFigure(figure, one, false)).map(there);
    const [first] = trends;
    if (first === null || first === undefined) continue;
    if (trends.every((trend) => trend !== null && trend.isUp !== told.isUp)) return [objection(told.word, first.word)];
  }
  return [];
}

type Trend = { readonly word: string; readonly isUp: boolean };

/** For each figure of a text the last word of rising or falling before it, in its clause; a table asks for the same ones again and again. */
function trendsBefore(text: string, language: string): (figure: Figure) => Trend | null {
  const starts = [0, ...text.matchAll(CLAUSES).map(({ 0: mark, index }) => index + mark.length)];
  return onceFor(({ span: { start } }: Figure) => {
    const from = starts[firstWhere(starts, (one) => one > start) - 1] ?? 0;
    return trendIn(lastWords(text, { start: from, end: start }), language);
  });
}

function trendIn(words: readonly string[], language: string): Trend | null {
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const line = words.slice(from, from + 2).join(' ');
    for (const [up, down] of TRENDS) {
      const rising = up(line, language);
      const falling = down(line, language);
      if (rising !== null && falling === null) return { word: rising, isUp: true };
      if (falling !== null && rising === null) return { word: falling, isUp: false };
    }
  }
  return null;
}

/** The last `TREND_WORDS` words of a clause, which is read from its end. */
function lastWords(text: string, { start, end }: Span): string[] {
  for (let reach = WORDS_REACH; ; reach *= 2) {
    const words = text.slice(Math.max(start, end - reach), end).split(/\s+/u);
    if (end - reach <= start || words.length > TREND_WORDS) return words.slice(-TREND_WORDS);
  }
}

/** UTF-16 units that mostly hold so many words. */
const WORDS_REACH = 200;

/** What begins a clause with a subject, and so a rise or fall, of its own. */
const CLAUSES = /;|\n| (?:and|while|whereas|but|although|und|während|aber|et|tandis|mais) /gu;

/** Words before a figure in which its "rose" stands. */
const TREND_WORDS = 12;

function objection(said: string, opposite: string): Objection {
  return { check: 'direction', text: said, reason: `the passages have “${opposite}” for this, not “${said}”` };
}

function pairOf([language, [one = [], other = []]]: readonly [string, readonly (readonly string[])[]]): Pair {
  return [createFindCue({ [language]: one }), createFindCue({ [language]: other })];
}

function listed<T>(pairs: Readonly<Record<string, readonly T[]>>): [string, T][] {
  return Object.entries(pairs).flatMap(([language, list]) => list.map((pair): [string, T] => [language, pair]));
}
