import { foldText } from './fold-text.ts';

/** Nobody reads a longer filter, and every entry is held against it. */
const LONGEST_FILTER = 500;

type Term = { readonly words: string; readonly isUnwanted: boolean };

/**
 * Whether an entry's text passes a channel's filter: it has one of the words or quoted phrases, where there are any, and none of
 * those with a minus before them. Whole words at the beginning ("strike" finds "strikes"); capitals and accents aside.
 */
export function matchFilter(filter: string | null, text: string): boolean {
  if (filter === null) return true;
  const terms = readFilter(filter);
  const wanted = terms.filter(({ isUnwanted }) => !isUnwanted);
  const words = ` ${foldText(text)}`;
  const has = (term: Term) => words.includes(isUnspaced(term.words) ? term.words : ` ${term.words}`);
  if (terms.some((term) => term.isUnwanted && has(term))) return false;
  return wanted.length === 0 || wanted.some(has);
}

/** The words and phrases that a filter asks for, as `foldText` makes them. */
export function wantedIn(filter: string | null): string[] {
  return filter === null ? [] : readFilter(filter).flatMap(({ words, isUnwanted }) => (isUnwanted ? [] : words));
}

/** The terms of a filter; commas and "or" part them as blanks do. */
function readFilter(filter: string): Term[] {
  const written = filter
    .slice(0, LONGEST_FILTER)
    .matchAll(/([-−–]?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s,;"“”„«»]+))/gu);
  return [...written]
    .map(([, minus = '', phrase, word = '']) => ({
      isUnwanted: minus !== '',
      words: foldText(phrase ?? word),
      isJoin: phrase === undefined && /^or$/i.test(word),
    }))
    .filter(({ words, isJoin }) => words !== '' && !isJoin);
}

/** Scripts without blanks have no beginnings of words to look for. */
function isUnspaced(words: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(words);
}
