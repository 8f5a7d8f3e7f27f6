/** More slips than this, or than half of its letters, and the word is another word, not a mistyped one: “foo” is no “now”. */
const MOST_SLIPS = 2;
const MOST_SHARE = 1 / 2;

/** Fewer letters begin too many words. */
const SHORTEST_BEGINNING = 2;

/**
 * The word of a list that a mistyped word most likely means, or null: the only one that it begins, else the one with the fewest
 * slips (Levenshtein distance), the first of equals.
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
  const typed = word.toLowerCase().slice(0, 40);
  const begun = words.filter((candidate) => candidate.toLowerCase().startsWith(typed));
  const [only] = begun;
  if (only !== undefined && begun.length === 1 && typed.length >= SHORTEST_BEGINNING) return only;
  const ranked = words.map((candidate) => ({ candidate, slips: slipsBetween(typed, candidate.toLowerCase()) }));
  const [best] = ranked.sort((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.min(MOST_SLIPS, typed.length * MOST_SHARE) ? best.candidate : null;
}

function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
