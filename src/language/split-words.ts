import type { Span } from '#core/article.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };
import parts from './data/word-parts.json' with { type: 'json' };

const STAY_JOINED: ReadonlySet<string> = new Set(parts['hyphen-prefixes']);
const FUSED: ReadonlyMap<string, number> = new Map(Object.entries(parts.fused));
const { 'before-name': beforeName, 'before-number': beforeNumber, anywhere, 'may-end': mayEnd } = abbreviations.en;
const KEEP_STOP: ReadonlySet<string> = new Set([
  ...[...beforeName, ...beforeNumber, ...anywhere, ...mayEnd, ...parts.abbreviations],
]);
/** Abbreviations that keep their full stop also as the last word of a sentence: "Inc.", but not the word "no". */
const KEEP_STOP_AT_END: ReadonlySet<string> = new Set([
  ...mayEnd.filter((word) => word.includes('.')),
  ...parts['keep-stop-at-end'],
]);

/** Addresses, in which no mark parts words. Lengths are bounded so that no text makes the search long. */
const ADDRESS =
  /https?:\/\/\S{1,2000}(?<![.,;:!?)\]”’"'])|www\.\S{1,500}(?<![.,;:!?)\]”’"'])|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}|(?:[a-z\d-]{1,63}\.){1,4}(?:com|org|net|gov|edu)(?![\p{L}\d])/u
    .source;
/** "3,500.50", "11.20", "5:30", "9/11", "3rd", "1990s"; "5m" and "10am" are two. */
const NUMBER = /\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\d]))?/u.source;
const INITIALS = /(?:\p{L}\.){2,12}/u.source;
/** A word, with apostrophes, ampersands and dots inside ("O’Neil", "AT&T"). */
const WORD = /[@#]?[\p{L}\d_][\p{L}\p{M}\d_]*(?:[’'&.](?=[\p{L}\d])[\p{L}\p{M}\d_]+)*/u.source;
const MARK = /\.{2,}|…|[!?]{2,}|([*=_~<>])\1{1,80}|-{2,}|''|``|(?:US|C|A|HK|NZ)?\$|\p{Emoji_Presentation}|[^\s]/u
  .source;

const PIECE = new RegExp([ADDRESS, INITIALS, NUMBER, WORD, MARK].join('|'), 'gu');
/** "do|n’t", "it|’s". */
const CONTRACTION = /(?:n[’']t|[’'](?:s|m|d|re|ve|ll))$/iu;

/**
 * The words and marks of an English sentence, by the conventions of the English Web Treebank: "do" and "n’t", "Ruiz" and "’s",
 * "well", "-" and "known", "$" and "3.5" are two or three, "Mr." and "U.S." one. Spans within `text`; white space stands in none.
 * Linear in the text's length.
 */
export function splitWords(text: string): Span[] {
  const words: Span[] = [];
  let from = 0;
  for (const { index, 0: piece } of text.matchAll(PIECE)) {
    // Joined to the word before: the stop of an abbreviation, or what follows a prefix.
    if (index < from) continue;
    const end = index + piece.length;
    const isWord = /^\p{L}/u.test(piece);
    from = isWord ? extend(text, index, end) : end;
    if (from === end && isWord) words.push(...cutWord(piece, index));
    else words.push({ start: index, end: from });
  }
  return words;
}

/** Where a word ends that an abbreviation's stop or a prefix's hyphen makes longer. */
function extend(text: string, start: number, end: number): number {
  const lower = text.slice(start, end).toLowerCase();
  const next = text.charAt(end);
  if (next === '-' && STAY_JOINED.has(lower)) {
    const rest = AFTER_HYPHEN.exec(text.slice(end, end + LONGEST_REST));
    return rest === null ? end : end + rest[0].length;
  }
  if (next !== '.' || text.charAt(end + 1) === '.' || lower.endsWith('.')) return end;
  const isLast = /^.["”’')\]\s]{0,4}$/u.test(text.slice(end, end + 6)) && text.length - end < 6;
  const isInitial = /^\p{Lu}$/u.test(text.slice(start, end)) && !isLast;
  const isKept = (isLast ? KEEP_STOP_AT_END : KEEP_STOP).has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(lower);
  return isInitial || isKept ? end + 1 : end;
}

const LONGEST_REST = 40;
const AFTER_HYPHEN = /^-[\p{L}\d]+/u;

/** "Wouldn’t’ve" is three words; no word is more. */
const CUTS_AT_MOST = 3;

/** Contractions and words written as one are two. */
function cutWord(word: string, start: number): Span[] {
  const endings: Span[] = [];
  let { length } = word;
  for (let cuts = 0; cuts < CUTS_AT_MOST; cuts += 1) {
    const rest = word.slice(0, length);
    const isName = /^o[’']/i.test(rest) && length < 9;
    const cut = (isName ? undefined : CONTRACTION.exec(rest)?.index) ?? FUSED.get(rest.toLowerCase()) ?? 0;
    if (cut === 0) break;
    endings.unshift({ start: start + cut, end: start + length });
    length = cut;
  }
  return [{ start, end: start + length }, ...endings];
}
