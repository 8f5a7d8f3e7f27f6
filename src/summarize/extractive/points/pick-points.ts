import type { Article } from '#core/article.ts';
import type { Source } from '#core/testimony.ts';
import type { Passage } from '../read-passages.ts';
import { findUnclaimed } from './find-unclaimed.ts';
import { joinOn } from './join-on.ts';
import type { Ranking } from './rank-sentences.ts';
import { wordPoint } from './word-point.ts';
import type { Wording } from './wording.ts';

/** One point for so many different content words, about 110 words of text: three for a short report, ten for a long read. */
const CONTENT_WORDS_PER_POINT = 60;
const FEWEST_POINTS = 3;
const MOST_POINTS = 10;

/** Sharing this much of the smaller of two sentences' words, they say the same. */
const SAME = 0.6;

/** The share of a sentence’s score that is lost where all its words are already told. */
const REPETITION = 0.5;

/** What a passage gains that credits somebody who has not spoken in the points before: a briefing hears all sides. */
const NEW_VOICE = 0.2;
/**
 * So few points tell the news, whoever says it. A longer briefing opens with it, and then has room for what an editor would keep of the
 * whole article: from there on it matters whom the reader has not heard yet.
 */
const NEWS_ONLY_UP_TO = 3;
const NEWS_POINTS = 1;

/** Points that read badly alone are taken only when nothing else is left; so many sentences are tried for each point. */
const TRIES_PER_POINT = 6;

/** How many points suit the article when nobody says; never more than half of its sentences, but one at least. */
export function pointsFor(passages: readonly Passage[]): number {
  const prose = passages.filter(({ isProse }) => isProse);
  const words = prose.reduce((sum, passage) => sum + passage.words.size, 0);
  const byLength = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, Math.round(words / CONTENT_WORDS_PER_POINT)));
  return Math.max(1, Math.min(byLength, Math.ceil((prose.length * 2) / 3)));
}

/**
 * The `limit` best points: greedy by score, each time less what the points taken already tell (maximal marginal relevance), and never
 * two that say the same. The best comes first, the others as the article has them, so that what answers or takes up another stands behind it.
 */
export function pickPoints(passages: readonly Passage[], ranking: Ranking, limit: number, article: Article): Wording[] {
  const unclaimed = findUnclaimed(passages, article);
  const open = new Set(passages.map(({ index }) => index).filter((index) => !unclaimed.has(index)));
  let taken: Wording[] = [];
  const spare: Wording[] = [];
  const told: ReadonlySet<string>[] = [];
  const heard = new Set<Source['id']>();
  const tell = (places: readonly number[]) => {
    for (const index of places) {
      open.delete(index);
      told.push(passages[index]?.words ?? new Set());
      for (const { source } of passages[index]?.attributions ?? []) heard.add(source);
    }
  };
  const newsPoints = limit <= NEWS_ONLY_UP_TO ? limit : NEWS_POINTS;
  for (let tries = limit * TRIES_PER_POINT; tries > 0 && taken.length < limit; tries -= 1) {
    const isNews = taken.length < newsPoints;
    const best = bestOf(passages, open, isNews ? ranking.news : ranking.rest, told, isNews ? null : heard);
    if (best === null) break;
    open.delete(best.index);
    const wording = wordPoint(best, passages, article);
    const isLeaning = wording.isDangling || wording.passages.length > 1;
    const joined = isLeaning ? joinOn(best, taken, passages, article) : null;
    if (joined !== null) {
      taken = joined;
      tell([best.index]);
      continue;
    }
    if (wording.passages.some((index) => unclaimed.has(index))) continue;
    if (wording.passages.some((index) => index !== best.index && !open.has(index) && isTaken(index, taken))) continue;
    if ([...taken, ...spare].some(({ text }) => text === wording.text)) continue;
    if (wording.isDangling) {
      spare.push(wording);
      continue;
    }
    taken.push(wording);
    tell(wording.passages);
  }
  return asTold(taken.length >= Math.min(limit, FEWEST_POINTS) ? taken : taken.concat(spare).slice(0, limit));
}

/** The first point, then the others in the order of the article; one that leans on another stays right behind that. */
function asTold(points: readonly Wording[]): Wording[] {
  const blocks: Wording[][] = [];
  for (const point of points) {
    if (point.follows === true) blocks.at(-1)?.push(point);
    else blocks.push([point]);
  }
  const [first = [], ...rest] = blocks;
  return [first, ...rest.toSorted((a, b) => placeOf(a) - placeOf(b))].flat();
}

function placeOf([point]: readonly Wording[]): number {
  return point?.passages[0] ?? 0;
}

function isTaken(index: number, taken: readonly Wording[]): boolean {
  return taken.some(({ passages }) => passages.includes(index));
}

/**
 * The passage with the highest score after repetition; null when none is left. The earlier one of two equals. Where
 * `heard` is given, sources that are not in it are preferred.
 */
function bestOf(
  passages: readonly Passage[],
  open: ReadonlySet<number>,
  scores: readonly number[],
  told: readonly ReadonlySet<string>[],
  heard: ReadonlySet<Source['id']> | null,
): Passage | null {
  let best: Passage | null = null;
  let most = 0;
  for (const index of open) {
    const passage = passages[index];
    const score = scores[index] ?? 0;
    if (passage === undefined) continue;
    const isNewVoice = heard !== null && passage.attributions.some(({ source }) => !heard.has(source));
    const worth = score * (isNewVoice ? 1 + NEW_VOICE : 1);
    if (worth <= most) continue;
    const repeated = told.reduce((highest, words) => Math.max(highest, shared(passage.words, words)), 0);
    if (repeated >= SAME) continue;
    const left = worth * (1 - REPETITION * repeated);
    if (left <= most) continue;
    most = left;
    best = passage;
  }
  return best;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let count = 0;
  for (const word of small) if (large.has(word)) count += 1;
  return count / small.size;
}
