import { contentWords } from '#language/content-words.ts';
import headlineWords from './data/headline-words.json' with { type: 'json' };

/** "Best … of 2025": what stands over stories of all kinds, and years, tell what kind of article it is. */
const COMMON: ReadonlySet<string> = new Set(contentWords(headlineWords.common.join(' '), 'en'));
const YEAR = /^(?:19|20)\d\d$/;

/** A word of a story is in this share of what tells it, and in two at least. */
const TELLING_SHARE = 0.2;
const LEAST_HOLDERS = 2;
/** One word in common is a topic ("AI", "meditation"); a story has more. */
const LEAST_WORDS = 2;

/**
 * Groups that only a topic or a kind of headline holds together, to their single members; others as they are. `words[i]`: what
 * item i says.
 */
export function splitTopics(groups: readonly number[][], words: readonly (readonly string[])[]): number[][] {
  return groups.flatMap((group) => (group.length === 1 || isStory(group, words) ? [group] : group.map((one) => [one])));
}

function isStory(group: readonly number[], words: readonly (readonly string[])[]): boolean {
  const holders = new Map<string, number>();
  for (const index of group) for (const word of new Set(words[index])) holders.set(word, (holders.get(word) ?? 0) + 1);
  const least = Math.max(LEAST_HOLDERS, TELLING_SHARE * group.length);
  const telling = [...holders].filter(([word, count]) => count >= least && !COMMON.has(word) && !YEAR.test(word));
  return telling.length >= LEAST_WORDS;
}
