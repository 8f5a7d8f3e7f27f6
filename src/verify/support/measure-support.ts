import type { Ground } from '../ground.ts';
import { pairsOf } from '../ground.ts';

/** How much of a claim's sentence the article's sentences bear; shares from 0 to 1 of its content words. */
export type Support = {
  /** Stand, in the same order, in the one sentence that bears it best. */
  readonly inOrder: number;
  /** The same in the two sentences that bear it best, one after the other. */
  readonly inOrderOfTwo: number;
  /** Stand anywhere in those two. */
  readonly covered: number;
  /** Stand anywhere in the article, rare words counting more. */
  readonly known: number;
  /** Neighbours that are neighbours in a sentence of the article too. */
  readonly paired: number;
};

/** A sentence of a claim is cut here: the longest of news have some 60 content words. */
const MOST_STEMS = 120;

/** Sentences that are compared word for word: the best by shared words. */
const MOST_CANDIDATES = 6;

/** Null where there are no content words to look for. */
export function measureSupport(allStems: readonly string[], ground: Ground): Support | null {
  const stems = allStems.slice(0, MOST_STEMS);
  if (stems.length === 0) return null;
  const best = rankSentences(stems, ground)
    .map((index) => (ground.stems[index] ?? []).slice(0, MOST_STEMS))
    .map((sentence) => ({ sentence, share: sharedInOrder(stems, sentence) / stems.length }))
    .sort((a, b) => b.share - a.share);
  const first = best[0]?.sentence ?? [];
  let inOrderOfTwo = best[0]?.share ?? 0;
  let covered = shareIn(stems, new Set(first));
  for (const { sentence } of best.slice(1)) {
    const two = [...first, ...sentence];
    const inOrder = Math.max(sharedInOrder(stems, two), sharedInOrder(stems, [...sentence, ...first]));
    inOrderOfTwo = Math.max(inOrderOfTwo, inOrder / stems.length);
    covered = Math.max(covered, shareIn(stems, new Set(two)));
  }
  const pairs = pairsOf(stems);
  return {
    inOrder: best[0]?.share ?? 0,
    inOrderOfTwo,
    covered,
    known: knownShare(stems, ground),
    paired: pairs.length === 0 ? (best[0]?.share ?? 0) : shareIn(pairs, ground.stemPairs),
  };
}

/** Sentences that share most with the stems, rare stems counting more; ascending order decides between equals. */
export function rankSentences(stems: readonly string[], ground: Ground): number[] {
  const scores = new Map<number, number>();
  for (const stem of new Set(stems)) {
    const places = ground.stemPlaces.get(stem) ?? [];
    const weight = rarity(stem, ground);
    for (const place of places) scores.set(place, (scores.get(place) ?? 0) + weight);
  }
  return [...scores]
    .sort(([placeA, a], [placeB, b]) => b - a || placeA - placeB)
    .slice(0, MOST_CANDIDATES)
    .map(([place]) => place);
}

/** Inverse sentence frequency; highest for a stem that the article does not have. */
function rarity(stem: string, { stemPlaces, stems }: Ground): number {
  return Math.log(1 + (stems.length + 1) / (1 + (stemPlaces.get(stem)?.length ?? 0)));
}

function knownShare(stems: readonly string[], ground: Ground): number {
  let known = 0;
  let all = 0;
  for (const stem of stems) {
    const weight = rarity(stem, ground);
    all += weight;
    if (ground.stemPlaces.has(stem)) known += weight;
  }
  return known / all;
}

function shareIn(words: readonly string[], known: ReadonlySet<string>): number {
  return words.filter((word) => known.has(word)).length / words.length;
}

/** Length of the longest common subsequence; at most `MOST_STEMS` times twice that many steps. */
function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  // Words of the one that the other lacks can be no part of it, and most are such words.
  const inB = new Set(b);
  const rows = a.filter((word) => inB.has(word));
  const inA = new Set(rows);
  const columns = b.filter((word) => inA.has(word));
  // One row is enough: `best[j]` is the length within the first `j` columns; `left` is its old value one to the left.
  const best = new Uint16Array(columns.length + 1);
  for (const word of rows) {
    let left = 0;
    for (let j = 1; j <= columns.length; j += 1) {
      const old = best[j] ?? 0;
      best[j] = word === columns[j - 1] ? left + 1 : Math.max(old, best[j - 1] ?? 0);
      left = old;
    }
  }
  return best[columns.length] ?? 0;
}
