import { contentWords } from '#language/content-words.ts';
import { openingOf } from './opening-of.ts';
import type { Passage } from './read-passages.ts';

/** What each ground, itself 0..1, adds to a sentence's score. Chosen against editors' highlights . */
const WEIGHTS = { centrality: 1, position: 2, title: 0.4, attribution: 0.2, quotation: 0.1 } as const;

/** News is told from the top: a sentence this far down has half the weight of the first. */
const HALF_WEIGHT_AT_SENTENCE = 6;

/** A sentence that leans on another is worth less, since it needs that one beside it or reads badly. */
const DANGLING_SHARE = 0.75;

/** A question says nothing. */
const QUESTION_SHARE = 0.4;

/** What stands in brackets is an aside. */
const ASIDE_SHARE = 0.5;

/** Below this many content words a sentence rarely tells something; its share falls in proportion. */
const FULL_LENGTH_WORDS = 8;

/**
 * How much each passage matters, in the order of the passages; 0 for what is no prose. Closeness to the words of the
 * whole article, nearness to its top, the words of its title, and whether somebody is credited. One pass for word
 * counts and one for scores: comparing all pairs of sentences would take hours on a long document.
 */
export function rankSentences(passages: readonly Passage[], title: string, language: string): number[] {
  const counts = countSentences(passages);
  const titleWords = new Set(contentWords(title, language));
  const centralities = passages.map((passage) => centrality(passage, counts));
  const most = centralities.reduce((highest, value) => Math.max(highest, value), Number.MIN_VALUE);
  let prose = 0;
  return passages.map((passage, at) => {
    if (!passage.isProse) return 0;
    const position = HALF_WEIGHT_AT_SENTENCE / (HALF_WEIGHT_AT_SENTENCE + prose);
    prose += 1;
    const score =
      WEIGHTS.centrality * ((centralities[at] ?? 0) / most) +
      WEIGHTS.position * position +
      WEIGHTS.title * shareOf(titleWords, passage.words) +
      WEIGHTS.attribution * (passage.attributions.length > 0 ? 1 : 0) +
      WEIGHTS.quotation * (passage.attributions.some(({ form }) => form === 'direct') ? 1 : 0);
    return score * worth(passage, language);
  });
}

/** In how many sentences each word stands. */
function countSentences(passages: readonly Passage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words, isProse } of passages) {
    if (!isProse) continue;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What an article repeats is what it is about; a word said once says nothing of its subject. */
function weightOf(count: number): number {
  return Math.log(count);
}

/** The mean weight of its words: the sum would choose the longest sentences, not the densest. */
function centrality({ words }: Passage, counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const word of words) sum += weightOf(counts.get(word) ?? 1);
  return words.size === 0 ? 0 : sum / words.size;
}

function worth({ text, words }: Passage, language: string): number {
  const length = Math.min(1, words.size / FULL_LENGTH_WORDS);
  const isQuestion = /[?？؟]["”’»」']?$/u.test(text);
  const isAside = /^[([（]/u.test(text);
  return (
    length *
    (isQuestion ? QUESTION_SHARE : 1) *
    (isAside ? ASIDE_SHARE : 1) *
    (openingOf(text, language).isDangling ? DANGLING_SHARE : 1)
  );
}

function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const word of wanted) if (words.has(word)) found += 1;
  return found / wanted.size;
}
