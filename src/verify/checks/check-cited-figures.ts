import type { Objection } from '#core/claim.ts';
import { firstWhere } from '#core/first-where.ts';
import { onceFor } from '#core/once-for.ts';
import type { Figure } from '#language/find-figures.ts';
import data from '../data/retelling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { isOneOf, type ReadSentence, type Word } from '../read-sentence.ts';
import { retoldSentences } from '../support/told-sentences.ts';
import { hasLetters } from '../words/has-letters.ts';
import { isInDate, isSameFigure } from '../words/is-same-figure.ts';
import type { Subject } from './check.ts';

/** Spelled numbers up to here often count what the writer sees in the article ("two sides"). */
const LARGEST_COUNTED = 12;

/** Words between a figure and what is said of it. */
const NEAR_WORDS = 4;

const UP = new Set(data.up);
const DOWN = new Set(data.down);

/** A figure of a point, the same in a passage, and the passage's other figures of its kind. */
type Pair = {
  readonly told: ReadSentence;
  readonly figure: Figure;
  readonly cited: ReadSentence;
  readonly given: Figure;
};

/**
 * Every figure of a point stands in the passages that are given for it, and there it is said of the same: it goes up where it goes up
 * there, and a verb beside it does not stand beside another figure there.
 */
export function checkCitedFigures(subject: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  const same = (figure: Figure, given: Figure) =>
    figure.kind === 'date'
      ? given.kind === 'date' && isInDate(figure, given, ground.words)
      : isSameFigure(figure, given, true);
  return retoldSentences(subject, ground).flatMap(({ words: told, given: cited, isCited }) => {
    const pairs = told.figures.map((figure) => ({
      figure,
      found: cited.flatMap((one) =>
        one.figures.filter((given) => same(figure, given)).map((given) => ({ cited: one, given })),
      ),
    }));
    const missing = pairs.filter(
      ({ figure, found }) => isCited && found.length === 0 && !isCounted(figure) && !hasLetters(figure, cited),
    );
    const missed = missing.map(({ figure: { text } }) => ({
      ...{ check: 'figures', text },
      reason: `“${text}” is not in the passage given for it`,
    }));
    const bound = pairs.flatMap(({ figure, found }) => {
      const objections = found.map((one) =>
        objectToPair({ told, figure, ...one }, isCited && language.startsWith('en')),
      );
      const [first] = objections;
      // Where it stands twice in the passages, one place that fits will do.
      return first === undefined || objections.includes(null) ? [] : [first].flatMap((one) => one ?? []);
    });
    return [...missed, ...bound, ...(isCited ? objectToDirection(told, cited) : [])];
  });
}

function isCounted({ kind, text, value }: Figure): boolean {
  return !/\d/u.test(text) && (kind === 'ordinal' || value === null || Math.abs(value) <= LARGEST_COUNTED);
}

/** Only with passages given does the verb beside a figure tell: without them another sentence may have it too. */
function objectToPair(pair: Pair, areVerbsTold: boolean): Objection | null {
  const { told, figure, cited, given } = pair;
  const claimed = directionAt(told, figure);
  const said = claimed === null ? null : directionAt(cited, given);
  if (claimed !== null && said !== null && claimed !== said) {
    return {
      check: 'figures',
      text: figure.text,
      reason: `the passage has “${given.text}” the other way: it goes ${said} there`,
    };
  }
  const verb = areVerbsTold && !isCounted(figure) ? boundElsewhere(pair) : null;
  if (verb === null) return null;
  return {
    check: 'figures',
    text: figure.text,
    reason: `the passage says “${verb.word}” of “${verb.rival}”, not of this`,
  };
}

/** Which way a figure goes by the nearest word about it in its own part of the sentence, or, where it has none, the one before. */
function directionAt(sentence: ReadSentence, figure: Figure): 'up' | 'down' | null {
  return directionsIn(sentence)(figure);
}

/** A table in a sentence pairs every figure with every other: each is looked at once. */
const directionsIn = onceFor(({ words }: ReadSentence) => {
  const firstVerbs = new Map(
    words
      .filter(({ isVerb }) => isVerb)
      .map(({ clause, start }) => [clause, start] as const)
      .toReversed(),
  );
  return onceFor(({ span }: Figure) => readDirection(words, firstVerbs, span));
});

/** `firstVerbs`: where the first verb of each part of the sentence begins. */
function readDirection(
  words: readonly Word[],
  firstVerbs: ReadonlyMap<number, number>,
  span: Figure['span'],
): 'up' | 'down' | null {
  const first = firstWhere(words, ({ end }) => end > span.start);
  const behind = firstWhere(words, ({ start }) => start >= span.end);
  const own = first < behind ? (words[first]?.clause ?? 0) : 0;
  const hasVerb = (firstVerbs.get(own) ?? span.start) < span.start;
  const [nearest] = words
    .slice(Math.max(0, Math.min(first, behind) - NEAR_WORDS - 1), Math.max(first, behind) + NEAR_WORDS + 1)
    .filter(({ clause }) => clause === own || (!hasVerb && clause === own - 1))
    .filter((word) => isOneOf(word, UP) || isOneOf(word, DOWN))
    .map((word) => ({ word, distance: wordsBetween(words, word, span) }))
    .toSorted((a, b) => a.distance - b.distance);
  if (nearest === undefined || nearest.distance > NEAR_WORDS) return null;
  return isOneOf(nearest.word, UP) ? 'up' : 'down';
}

function wordsBetween(words: readonly Word[], word: Word, span: Figure['span']): number {
  const [from, to] = word.end <= span.start ? [word.end, span.start] : [span.end, word.start];
  const first = firstWhere(words, ({ start }) => start >= from);
  return Math.max(0, firstWhere(words, ({ end }) => end > to) - first);
}

/** A verb beside the figure that in the passage stands nearer to another figure of the kind, which the point does not have. */
function boundElsewhere({
  told,
  figure,
  cited,
  given,
}: Pair): { readonly word: string; readonly rival: string } | null {
  const verbs = told.words.filter(
    (word) => word.isVerb && word.root !== null && wordsBetween(told.words, word, figure.span) <= NEAR_WORDS,
  );
  const rivals = cited.figures.filter(
    (other) =>
      !isCounted(other) &&
      other.kind === figure.kind &&
      other.value !== given.value &&
      !told.figures.some(({ value, kind }) => value === other.value && kind === other.kind),
  );
  for (const verb of verbs) {
    const places = cited.words.filter(({ root, isVerb }) => isVerb && root === verb.root);
    const nearest = (span: Figure['span']) =>
      Math.min(...places.map((place) => wordsBetween(cited.words, place, span)));
    const rival = rivals.find(({ span }) => nearest(span) < nearest(given.span));
    if (places.length > 0 && rival !== undefined) return { word: verb.lower, rival: rival.text };
  }
  return null;
}

/** "Fell" where the passages only know of a rise, or the other way round. */
function objectToDirection({ words, text }: ReadSentence, cited: readonly ReadSentence[]): Objection[] {
  const known = { up: false, down: false };
  for (const sentence of cited) {
    known.up ||= sentence.words.some((word) => isOneOf(word, UP));
    known.down ||= sentence.words.some((word) => isOneOf(word, DOWN));
  }
  if (known.up === known.down) return [];
  const wrong = words.find((word) => isOneOf(word, known.up ? DOWN : UP));
  const right = words.some((word) => isOneOf(word, known.up ? UP : DOWN));
  if (wrong === undefined || right) return [];
  return [
    {
      check: 'figures',
      text,
      reason: `the passage has it go ${known.up ? 'up' : 'down'}, and this says “${wrong.lower}”`,
    },
  ];
}
