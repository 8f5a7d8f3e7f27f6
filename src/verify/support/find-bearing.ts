import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import { rememberTexts } from '../remember-texts.ts';

/** From this share of what the article knows of a claim on, rare words counting more, a sentence may be what bears it. */
const BEARS = 0.4;

/** A sentence that has this share of what the best one has may be meant as well. */
const AS_GOOD = 0.7;

/** Sentences that may bear one of a claim's. */
const MOST = 4;

/** Content words of a sentence: the longest of news have some 60; longer ones were made to take long. */
const MOST_STEMS = 120;

/**
 * The places of the article's sentences that a claim's sentence may be about, best first. Unlike what it plainly retells, they need not have
 * most of its words: what is told in words that the article has nowhere counts for none.
 */
export const findBearing = rememberTexts((sentence: string, ground: Ground): readonly number[] => {
  const scores = new Map<number, number>();
  let all = 0;
  for (const stem of new Set(contentWords(sentence, ground.article.language))) {
    const places = new Set(ground.stemPlaces.get(stem));
    for (const [place, meant] of ground.meantStems.entries()) if (meant.has(stem)) places.add(place);
    if (places.size === 0) continue;
    const weight = Math.log(1 + (ground.stems.length + 1) / (1 + places.size));
    all += weight;
    for (const place of places) scores.set(place, (scores.get(place) ?? 0) + weight);
  }
  const ranked = [...scores].sort(([placeA, a], [placeB, b]) => b - a || placeA - placeB);
  const least = Math.max(all * BEARS, (ranked[0]?.[1] ?? 0) * AS_GOOD);
  return ranked
    .filter(([place, score]) => score >= least && (ground.stems[place]?.length ?? 0) <= MOST_STEMS)
    .slice(0, MOST)
    .map(([place]) => place);
});
