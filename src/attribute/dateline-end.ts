/** "KEIM, Aug 2 (PRP) —" at the front of a passage: how many characters it takes; 0 where there is none. */
export function datelineEnd(passage: string): number {
  const begins = passage.slice(0, LONGEST);
  return DATELINE.exec(begins)?.[0].replace(/^[^—–-]*\p{Ll}{12}.*$/u, '').length ?? 0;
}

/** A dateline and its dash stand within so many characters. */
const LONGEST = 120;
const DATELINE = /^[\p{Lu}][^\n]{2,80}?(?:\s[—–-]{1,2}\s)/u;

/**
 * The same for content, where more is asked: a place in capitals, or a date or agency in it. "The plan — she said" has none.
 */
export function sureDatelineEnd(passage: string): number {
  const end = datelineEnd(passage);
  const begins = passage.slice(0, end);
  return /^\p{Lu}{3,}[\p{Lu}\s.'’-]*(?:,|\s\()/u.test(begins) ||
    /^\p{Lu}[\p{L}\s.,’'\d]*\([\p{Lu}][\p{L}\s.]*\)\s[—–-]/u.test(begins)
    ? end
    : 0;
}
