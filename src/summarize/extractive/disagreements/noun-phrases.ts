import { readTokens, type Token } from '#language/read-tokens.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };

/** A run of nouns with what stands before and behind it, as the text has it: "planned test", "number of sick sailors". */
export type NounPhrase = {
  readonly words: string;
  /** Its last noun, that of the run: "number". In small letters. */
  readonly noun: string;
  /** A number stands before it. */
  readonly isCounted: boolean;
};

/** Nouns that name no matter by themselves. */
const PLAIN = new Set(contrast.plain);

/** "No such offer": the matter is the offer. */
const POINTERS = new Set(contrast.pointers);

const OF = new Set(contrast.of);

const ARTICLES = new Set(contrast.articles);

/** A longer run of nouns is a sentence without a verb. */
const LONGEST_RUN = 3;

/** In words, with "of". */
const LONGEST_COMPLEMENT = 4;

/** Runs of nouns with the adjectives before them and what they are of; none that names no matter. */
export function nounPhrases(text: string, language: string): NounPhrase[] {
  const tokens = readTokens(text, [{ start: 0, end: text.length }], language);
  const wordsOf = (run: readonly Token[]) => text.slice(run[0]?.start, run.at(-1)?.end).replace(/\s+/gu, ' ');
  const found: NounPhrase[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const start = at;
    while (isAdjective(tokens[at])) at++;
    if (!isNoun(tokens[at])) continue;
    while (isNoun(tokens[at])) at++;
    const run = tokens.slice(start, at);
    if (!isPlain(run)) {
      const words = wordsOf([...run.slice(-LONGEST_RUN), ...complementAt(tokens, at)]);
      found.push({ words, noun: run.at(-1)?.lower ?? '', isCounted: isCountedAt(tokens, start) });
    }
    // What ends the run is read again: it may open the next one.
    at--;
  }
  return found;
}

/** A letter alone is a unit ("60m tonnes") or a label. */
function isNoun(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' && token.lower.length > 1;
}

/** "Two lanes", "60m tonnes". */
function isCountedAt(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1]?.lower.length === 1 ? tokens[start - 2] : tokens[start - 1];
  return before?.tag === 'NUM';
}

function isAdjective(token: Token | undefined): boolean {
  return token?.tag === 'ADJ' && !POINTERS.has(token.lower);
}

/** "Last month", "other people": no matter by itself; "rail plan" is one. */
function isPlain(run: readonly Token[]): boolean {
  return PLAIN.has(run.at(-1)?.lower ?? '') && run.slice(0, -1).every(({ tag }) => tag === 'ADJ');
}

/** "(The number) of sick sailors": what the nouns before `at` are of; nothing where that is a name, a figure or more than a few words. */
function complementAt(tokens: readonly Token[], at: number): Token[] {
  if (!OF.has(tokens[at]?.lower ?? '')) return [];
  let end = at + 1;
  if (ARTICLES.has(tokens[end]?.lower ?? '')) end++;
  while (isAdjective(tokens[end])) end++;
  if (!isNoun(tokens[end])) return [];
  while (isNoun(tokens[end])) end++;
  return end - at > LONGEST_COMPLEMENT ? [] : tokens.slice(at, end);
}
