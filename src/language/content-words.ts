import { keepRecent } from '#core/keep-recent.ts';
import stopWords from './data/stop-words.json' with { type: 'json' };
import { stemWord } from './stem-word.ts';

/** Words as most scripts write them; an apostrophe's ending is not part of the word. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** Scripts that write no spaces between words: only a segmenter finds them. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const STOP = new Map(Object.entries(stopWords).map(([language, words]) => [language, new Set(words)]));
const NONE: ReadonlySet<string> = new Set();

/**
 * What a passage is about, for comparing passages: its words in order, lower-case, without stop words and endings.
 * Scripts without spaces are cut by Intl.Segmenter. Linear in the text's length.
 */
export function contentWords(text: string, language: string): string[] {
  const stemOf = readerOf(language.slice(0, 2).toLowerCase());
  const words = SPACELESS.test(text) ? segment(text, language) : (text.toLowerCase().match(WORD) ?? []);
  return words.map(stemOf).filter((stem) => stem !== null);
}

/** Words kept of each language, and languages: the same words are asked for again and again, and each has one stem. */
const WORDS_KEPT = 5_000;
const LANGUAGES_KEPT = 20;

const readers = keepRecent<(word: string) => string | null>(LANGUAGES_KEPT);

/** What gives the stem of a word in lower case, null for one that tells nothing. */
function readerOf(key: string): (word: string) => string | null {
  return readers(key, () => {
    const stop = STOP.get(key) ?? NONE;
    const kept = keepRecent<string | null>(WORDS_KEPT);
    const tells = (word: string) => word.length > 1 || /\p{N}/u.test(word) || SPACELESS.test(word);
    return (word) => kept(word, () => (!stop.has(word) && tells(word) ? stemWord(word, key) : null));
  });
}

function segment(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike === true).map(({ segment: word }) => word.toLowerCase());
}
