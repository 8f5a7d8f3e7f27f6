import type { Article } from '#core/article.ts';
import { contentWords } from '#language/content-words.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import type { Passage } from './read-passages.ts';
import type { Statement } from './read-statements.ts';

/** A longer run of nouns is a sentence without a verb. */
const LONGEST_PHRASE_WORDS = 3;

/** What is said by both sides names the matter better than what the article often says. */
const SHARED_BONUS = 3;

/** Between the mean (1), which likes single words, and the sum (0), which likes long phrases. */
const LENGTH_DISCOUNT = 0.4;

/** The matter of a difference in the article's own words: the noun phrase that the sides share, or the likeliest one. */
export function nameMatter(group: readonly Statement[], passages: readonly Passage[], article: Article): string {
  const phrases = group.flatMap((statement) => phrasesOf(statement, article.language));
  let best = phrases[0] ?? '';
  let most = 0;
  for (const phrase of phrases) {
    const words = contentWords(phrase, article.language);
    const score =
      words.reduce((sum, word) => sum + scoreOf(word, group, passages), 0) /
      Math.max(1, words.length) ** LENGTH_DISCOUNT;
    if (score <= most) continue;
    most = score;
    best = phrase;
  }
  return best === '' ? article.title || 'this' : best;
}

function scoreOf(word: string, group: readonly Statement[], passages: readonly Passage[]): number {
  const sides = new Set(group.filter(({ words }) => words.has(word)).map(({ attribution }) => attribution.source)).size;
  const count = passages.filter(({ words }) => words.has(word)).length;
  return Math.log(1 + count) + (sides > 1 ? SHARED_BONUS : 0);
}

/** Runs of nouns with the adjectives before them, cut from the statement as they stand. */
function phrasesOf({ text }: Statement, language: string): string[] {
  const tokens = readTokens(text, [{ start: 0, end: text.length }], language);
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    const last = runs.at(-1) ?? [];
    const isNoun = token.tag === 'NOUN';
    if (isNoun || (token.tag === 'ADJ' && !last.some(({ tag }) => tag === 'NOUN'))) last.push(token);
    else runs.push([]);
  }
  return runs
    .map((run) => run.slice(-LONGEST_PHRASE_WORDS))
    .filter((run) => run.at(-1)?.tag === 'NOUN')
    .map((run) => text.slice(run[0]?.start, run.at(-1)?.end).replace(/\s+/gu, ' '));
}
