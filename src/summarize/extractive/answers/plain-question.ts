import { phrasePattern } from '#language/phrase-pattern.ts';
import plainWords from '../data/plain-words.json' with { type: 'json' };

const FRONTS = phrasePattern('front', plainWords.fronts);

const FILLERS = phrasePattern('anywhere', plainWords.fillers);

/** What readers write in a channel, with what the news writes for it; longer phrases first, since a shorter one may be their beginning. */
const PLAIN = Object.entries(plainWords.plain)
  .flatMap(([word, phrases]) => phrases.map((phrase) => ({ word, phrase })))
  .toSorted((a, b) => b.phrase.length - a.phrase.length)
  .map(({ word, phrase }) => ({ word, pattern: phrasePattern('anywhere', [phrase]) }));

/** Courtesies that may stand one behind the other before a question: "so, does anyone know". */
const MOST_FRONTS = 3;

/**
 * An English question as a newspaper would put it: "so why did he step down?" to "why did he resign?". What it asks stays the same, and
 * words that the article itself has stay as they are.
 */
export function plainQuestion(question: string, article: string): string {
  let plain = question.trim();
  for (let count = 0; count < MOST_FRONTS; count += 1) {
    const rest = FRONTS.replaceIn(plain, '').trim();
    if (rest !== '') plain = rest;
  }
  // What is quoted is asked for word by word.
  if (/["“”‘«]/u.test(plain)) return plain;
  for (const { word, pattern } of PLAIN) {
    if (pattern.test(plain) && !pattern.test(article)) plain = pattern.replaceIn(plain, word);
  }
  const bare = FILLERS.replaceIn(plain, ' ').replace(/\s+/gu, ' ').trim();
  return /\p{L}/u.test(bare) ? bare : plain;
}
