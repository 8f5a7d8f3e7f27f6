/** Longer words, in characters, are a clause and name nobody. */
const LONGEST = 120;

/** The words that name a source: up to a table's cell, a line's end or a broken character; null where none of them has a letter. */
export function plainName(words: string): string | null {
  const name = words.split(/[\p{Cc}\p{Cs}|]/u)[0]?.trim() ?? '';
  return /\p{L}/u.test(name) && name.length <= LONGEST ? name : null;
}
