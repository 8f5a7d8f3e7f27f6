import { isFirstName } from './sources/noun-kind.ts';

/** "KEIM, Aug 2 (PRP) —" at the front of a passage: how many characters it takes; 0 where there is none. */
export function datelineEnd(passage: string): number {
  const found = DATELINE.exec(passage.slice(0, LONGEST))?.[0] ?? '';
  const words = found.split(/[\s,()/]+/);
  // "Its president, Ana Ruiz – a cousin – said", "Ana Ruiz – who left – was right": a place and a date have no small words and no first name.
  return isFirstName(words[0] ?? '') || words.some((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word))
    ? 0
    : found.length;
}

/** Small words of places and of times. */
const SMALL = /^(?:of|the|and|de|del|la|las|el|los|le|les|du|des|der|am|an|im|a\.?m\.?|p\.?m\.?|near|in|at)$/;

/** A dateline and its dash stand within so many characters. */
const LONGEST = 120;
const DATELINE = /^[\p{Lu}][^\n]{2,80}?(?:\s[—–-]{1,2}\s)/u;

/**
 * The same where more is asked: a place in capitals before a whole sentence, or a date or agency in it. "The plan — she said" has none.
 */
export function sureDatelineEnd(passage: string): number {
  const end = datelineEnd(passage);
  const begins = passage.slice(0, end);
  return /^\p{Lu}{3,}[\p{Lu}\s.'’-]*(?:,|\s\()/u.test(begins) ||
    (/^\p{Lu}{3,}[\p{Lu}\s.'’-]+\s[—–-]{1,2}\s$/u.test(begins) && /^["“‘']?\p{Lu}/u.test(passage.slice(end))) ||
    /^\p{Lu}[\p{L}\s.,’'\d]*\([\p{Lu}][\p{L}\s.]*\)\s[—–-]/u.test(begins)
    ? end
    : 0;
}
