import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import type { ReadSentence, Word } from '../read-sentence.ts';
import { rankSentences } from './measure-support.ts';
import { readSentenceAt } from './retold-by.ts';

/** A word of the article that one of a claim is taken from. */
export type Taken = {
  readonly sentence: ReadSentence;
  /** The sentence's place in the article. */
  readonly place: number;
  /** The word's place in the sentence. */
  readonly at: number;
  readonly word: Word;
};

/** Words of a claim's sentence, and of one of the article's, where captions may run on into each other; longer ones were made to take long. */
const MOST_WORDS = 120;
const MOST_GIVEN = 400;

/** Places that one word may be taken from, those in the best sentences first. */
const MOST_TAKEN = 24;

/**
 * What it costs to take a word from nowhere, one that tells nothing by itself, a word in another form; to leave out words of a
 * sentence, to begin within one, and to go back or over to another. Only their order matters: a word from nowhere costs more than a gap,
 * and less than two turns.
 */
const COSTS = { lost: 1, lostSmall: 0.6, otherForm: 0.2, skip: 0.7, begin: 0.35, turn: 1.3 };

/** The cheapest way to a word: where it is taken from, and the way to the word before it. */
type Way = {
  readonly taken: Taken | null;
  readonly last: Taken | null;
  readonly cost: number;
  readonly before: Way | null;
};

/** Of each word of a sentence the one of the article that it is taken from, at the least cost of all; null for one from nowhere. */
export function alignWords(sentence: ReadSentence, ground: Ground): (Taken | null)[] {
  const words = sentence.words.slice(0, MOST_WORDS);
  const known = placesOf(words, ground);
  let ways: Way[] = [{ taken: null, last: null, cost: 0, before: null }];
  for (const word of words) {
    const onward = (known.get(word.root ?? word.lower) ?? []).map((taken) => {
      const form = taken.word.lower === word.lower ? 0 : COSTS.otherForm;
      return cheapest(ways, taken, form);
    });
    const lost = word.root === null ? COSTS.lostSmall : COSTS.lost;
    ways = [
      ...onward,
      ...ways
        .toSorted((a, b) => a.cost - b.cost)
        .slice(0, MOST_TAKEN)
        .map((way) => ({ taken: null, last: way.last, cost: way.cost + lost, before: way })),
    ];
  }
  const found: (Taken | null)[] = [];
  const [first, ...rest] = ways;
  let here: Way | null = rest.reduce<Way | null>(
    (least, way) => (way.cost < (least?.cost ?? 0) ? way : least),
    first ?? null,
  );
  for (; here?.before != null; here = here.before) found.unshift(here.taken);
  return found;
}

/** By what words are compared by: their root, or themselves where they tell nothing. Of the sentences that share most with the words. */
function placesOf(words: readonly Word[], ground: Ground): ReadonlyMap<string, readonly Taken[]> {
  const places = new Map<string, Taken[]>();
  const stems = words.flatMap(({ lower }) => contentWords(lower, ground.article.language));
  for (const place of rankSentences(stems, ground)) {
    const sentence = readSentenceAt(place, ground);
    for (const [at, word] of sentence.words.slice(0, MOST_GIVEN).entries()) {
      const key = word.root ?? word.lower;
      const list = places.get(key) ?? [];
      if (list.length < MOST_TAKEN) list.push({ sentence, place, at, word });
      places.set(key, list);
    }
  }
  return places;
}

function cheapest(ways: readonly Way[], taken: Taken, more: number): Way {
  let least: Way | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const all = way.cost + more + costOf(way.last, taken);
    if (all < cost) [cost, least] = [all, way];
  }
  return { taken, last: taken, cost, before: least };
}

function costOf(last: Taken | null, { place, at }: Taken): number {
  if (last === null) return at === 0 ? 0 : COSTS.begin;
  if (last.place !== place) return COSTS.turn;
  if (at === last.at + 1) return 0;
  return at > last.at ? COSTS.skip : COSTS.turn;
}
