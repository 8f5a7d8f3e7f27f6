import stopWords from './data/stop-words.json' with { type: 'json' };

/** Running text has a third of such words and more; lists and names have few. */
const LEAST_SHARE = 0.25;
/** Near languages share many small words: only a clear lead counts. */
const MOST_OF_BEST = 0.5;
/** Fewer words than this are too few to count. */
const LEAST_WORDS = 40;

const STOP = Object.entries(stopWords).map(([language, words]) => ({ language, words: new Set(words) }));

/**
 * Which of the languages that we have stop words for a text is plainly written in; null where none leads clearly. A first
 * guess at next to no cost: most articles need no other.
 */
export function guessLanguage(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const ranked = STOP.map(({ language, words: stop }) => ({
    language,
    share: words.filter((word) => stop.has(word)).length / words.length,
  })).toSorted((a, b) => b.share - a.share);
  const [best, next] = ranked;
  if (best === undefined || best.share < LEAST_SHARE) return null;
  return (next?.share ?? 0) <= MOST_OF_BEST * best.share ? best.language : null;
}
